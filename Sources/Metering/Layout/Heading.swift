/// The heading of a column: one cell, or those of several rows one below the other.
struct Heading: Sendable, Hashable {
  /// As printed, trimmed.
  let text: String
  /// The cells that are not empty, from the top.
  let parts: [String]
  var role: HeadingRole
  /// Where it stands in the text of the file; its uppermost cell where there are several.
  let range: Range<Int>

  init(text: String, range: Range<Int>) {
    self.text = text
    self.range = range
    parts = text.isEmpty ? [] : [text]
    role = HeadingWords.role(of: text)
  }

  /// The only cell of a row: it heads no table whatever its words, which in a text cut at another
  /// separator than its own are many.
  init(alone text: String, range: Range<Int>) {
    self.text = text
    self.range = range
    parts = text.isEmpty ? [] : [text]
    role = text.isEmpty ? .blank : SlotLabel(text).map(HeadingRole.slot) ?? .unknown
  }

  /// Cells of one column, from the top; there must be one.
  init(joining cells: [Heading]) {
    let filled = cells.filter { !$0.text.isEmpty }
    parts = filled.map(\.text)
    text = parts.joined(separator: " ")
    range = (filled.first ?? cells[0]).range
    role = HeadingWords.role(of: parts)
  }

  /// What the column measures, if it holds values.
  var measuredChannel: LoadChannel? {
    switch role {
    case .value(let quantity): quantity.channel
    case .unitless(let channel): channel
    default: nil
    }
  }
}
