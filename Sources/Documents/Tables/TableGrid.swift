/// The cells of a delimited text as they stand, where the text is no table with one heading row.
package struct TableGrid: Sendable {

  /// The rows that are not empty, each with the cells it has.
  package let rows: [[TableCell]]

  /// Divides a text into cells.
  ///
  /// - Throws: What is wrong with how it is written, such as a quotation mark that is never closed.
  package init(_ source: SourceText) throws(DiagnosticsError) {
    let records = TableRecords(source, separator: TableSeparator.detect(in: source))
    var problems = DiagnosticCollector()
    problems.add(records.faults.map { $0.diagnostic(in: source) })
    try problems.throwIfErrors()
    rows = (0..<records.count).map { record in
      records.spans(ofRecord: record).map { TableCell(source: source, span: $0) }
    }
  }
}
