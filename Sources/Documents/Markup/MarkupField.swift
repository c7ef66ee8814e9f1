import CXML

/// An element that a ``MarkupFieldStream`` looks out for.
package struct MarkupField: Sendable, Hashable {

  /// What is told of an element.
  package struct Wanted: OptionSet, Sendable, Hashable {
    package let rawValue: UInt32

    package init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Where it begins, with its attributes.
    package static let start = Wanted(rawValue: UInt32(CXML_START))

    /// Where it ends.
    package static let end = Wanted(rawValue: UInt32(CXML_END))

    /// Where it ends, with its text.
    package static let text = Wanted(rawValue: UInt32(CXML_TEXT))
  }

  /// Without prefix.
  package let name: String

  /// The address of the namespace; `nil` for an element in none.
  package let namespace: String?

  /// What the handler knows the element by, from 1; several elements may share one.
  package let code: UInt8

  /// With nothing wanted, an element is known only as the parent of others.
  package let wanted: Wanted

  package init(_ name: String, in namespace: String?, code: UInt8, wanted: Wanted = []) {
    precondition(code > 0, "0 stands for the elements that are not watched")
    self.name = name
    self.namespace = namespace
    self.code = code
    self.wanted = wanted
  }
}
