/// Where one cell of a row stands in its piece of text.
struct RowCell {
  /// The first byte of the content: behind the quote, where there is one.
  var start: Int
  /// Behind the last byte of the content.
  var end: Int
  /// Whether the cell stood in quotes; blanks inside them belong to it.
  var isQuoted: Bool
  /// Whether two quotes in it mean one.
  var hasDoubledQuotes: Bool
}
