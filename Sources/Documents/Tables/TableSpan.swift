/// Where the value of a cell stands, without its quotation marks and the blanks around it.
///
/// Offsets have 32 bits, since a table of a hundred thousand accounts has millions of cells.
struct TableSpan: Sendable {

  let start: UInt32
  let end: UInt32

  /// Whether `""` in the text means `"`.
  let hasDoubledQuotes: Bool

  var isEmpty: Bool { start == end }

  var range: SourceRange { SourceRange(Int(start), Int(end)) }
}
