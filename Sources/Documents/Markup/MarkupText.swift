/// Text between two tags, comments or instructions, with its place.
package struct MarkupText: Sendable, Hashable {

  /// The text as the parser understood it: references resolved, every line end a line feed.
  package let text: String

  /// The stretch it was read from, marks of CDATA sections included.
  package let range: SourceRange

  /// The words of the text, such as the figures of a row.
  package func words(in source: SourceText) -> [MarkupWord] {
    MarkupWord.split(text, at: range, in: source)
  }
}
