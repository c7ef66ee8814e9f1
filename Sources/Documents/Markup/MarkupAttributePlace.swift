/// Where the parts of an attribute stand.
struct MarkupAttributePlace: Sendable, Hashable {

  /// The attribute's name with its prefix.
  let name: SourceRange

  /// The value without its quotation marks.
  let value: SourceRange
}
