/// Where the parts of a start tag stand.
struct MarkupTagPlace: Sendable, Hashable {

  /// From `<` to `>`.
  let tag: SourceRange

  /// The element's name with its prefix.
  let name: SourceRange

  /// Attributes other than declarations of namespaces, in the order of the file.
  let attributes: [MarkupAttributePlace]
}
