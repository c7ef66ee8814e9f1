/// A column of a table.
package struct TableColumn: Sendable, Hashable {

  /// The heading as it stands in the file.
  package let heading: String

  /// The name the vocabulary gives to the heading; for a heading it does not know, the heading in
  /// lower case with full-width letters made plain.
  package let name: String

  /// Whether the vocabulary knows the heading.
  package let isKnown: Bool

  /// What the heading says in brackets or behind a slash, in lower case, such as `kva`.
  package let unit: String?

  /// Where the heading stands.
  package let range: SourceRange
}
