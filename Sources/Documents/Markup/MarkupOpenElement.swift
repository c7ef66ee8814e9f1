/// An element whose end tag was not read yet.
struct MarkupOpenElement: Sendable {

  /// Its name with its prefix.
  let name: SourceRange

  let tag: SourceRange

  /// The prefixes its start tag declares.
  let prefixes: [String]
}
