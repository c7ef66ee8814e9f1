/// What stands inside an element.
package enum MarkupNode: Sendable, Hashable {
  case element(MarkupElement)
  case text(MarkupText)
}
