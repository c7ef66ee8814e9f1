/// A part of a document in the order of the file, as the scan for places finds it.
///
/// The parser delivers the same parts in the same order, without places.
enum MarkupToken: Sendable, Hashable {
  case start(MarkupTagPlace)
  /// The end tag; for an element without one, the `/>` that stands for it.
  case end(SourceRange)
  /// Text and CDATA sections without a tag, comment or instruction between them.
  case text(SourceRange)
  /// A comment or processing instruction.
  case aside
}
