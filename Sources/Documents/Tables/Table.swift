/// A small table with a heading row, such as the accounts of a dossier.
package struct Table: Sendable {

  package let source: SourceText
  package let separator: TableSeparator
  package let columns: [TableColumn]

  /// The heading row.
  package let headingRange: SourceRange

  private let records: TableRecords

  /// The records that are rows: not the heading, not those without any value.
  private let rowRecords: [Int]

  private let indexOfName: [String: Int]

  init(
    source: SourceText, separator: TableSeparator, columns: [TableColumn], records: TableRecords,
    rowRecords: [Int]
  ) {
    self.source = source
    self.separator = separator
    self.columns = columns
    self.records = records
    self.rowRecords = rowRecords
    headingRange = records.ranges[0]
    indexOfName = Dictionary(
      columns.enumerated().filter { !$0.element.name.isEmpty }.map { ($0.element.name, $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  package var rowCount: Int { rowRecords.count }

  /// The rows below the heading, without those that hold no value.
  package var rows: some RandomAccessCollection<TableRow> {
    rowRecords.indices.lazy.map { TableRow(table: self, index: $0) }
  }

  /// The place of a column among the others, counted from 0, by ``TableColumn/name``.
  package func columnIndex(of name: String) -> Int? { indexOfName[name] }

  /// The cell in a row and a column, both counted from 0.
  package func cell(row: Int, column: Int) -> TableCell {
    let spans = records.spans(ofRecord: rowRecords[row])
    let index = spans.startIndex + column
    // Only columns without heading may be missing at the end of a row.
    let end = UInt32(range(ofRow: row).upperBound)
    let span =
      index < spans.endIndex
      ? spans[index] : TableSpan(start: end, end: end, hasDoubledQuotes: false)
    return TableCell(source: source, span: span)
  }

  /// The heading of a column, counted from 0.
  package func heading(ofColumn column: Int) -> TableCell {
    let spans = records.spans(ofRecord: 0)
    return TableCell(source: source, span: spans[spans.startIndex + column])
  }

  func range(ofRow row: Int) -> SourceRange { records.ranges[rowRecords[row]] }
}
