/// An attribute of an element, with its places.
package struct MarkupAttribute: Sendable, Hashable {

  /// Without prefix.
  package let name: String

  /// The address of the attribute's namespace; empty for most attributes, which have none.
  package let namespace: String

  /// The value as the parser understood it: references resolved, line ends turned to blanks.
  package let value: String

  /// The name with its prefix in the text.
  package let nameRange: SourceRange

  /// The value in the text, without its quotation marks.
  package let valueRange: SourceRange

  /// The words of the value, such as the months in `months="7 8"`.
  package func words(in source: SourceText) -> [MarkupWord] {
    MarkupWord.split(value, at: valueRange, in: source)
  }
}
