/// What the heading row of a file says.
struct LoadLayout: Sendable {
  let separator: UInt8
  let headings: [Heading]
  /// Cells a row must have: only columns without heading may be missing at its end.
  let requiredCells: Int
  /// The heading row or rows in the text, without the last line end.
  let headingRange: Range<Int>
  /// The rows the headings were put together from.
  let headingRows: Int
  /// Where the rows begin.
  let bodyOffset: Int
  /// Lines above the heading that are not blank.
  let preambleLines: Int
  let accountColumn: Int?
  /// A meter's column beside the account's: not read, but rows that are doubled may be two meters'.
  let meterColumn: Int?
  let multiplierColumn: Int?
  let shape: LoadShape
}
