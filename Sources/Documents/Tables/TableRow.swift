import Quantities

/// A row of a table below its heading.
package struct TableRow: Sendable {

  package let table: Table

  /// Counted from 0, without the heading and without rows of blanks.
  package let index: Int

  /// The line in which it begins, counted from 1.
  package var line: Int {
    table.source.location(ofByteOffset: range.lowerBound).line
  }

  /// The whole row.
  package var range: SourceRange { table.range(ofRow: index) }

  /// The cell in a column, counted from 0.
  package subscript(column: Int) -> TableCell { table.cell(row: index, column: column) }

  /// The cell in the column with a name, or `nil` if the table has no such column.
  package subscript(name: String) -> TableCell? {
    table.columnIndex(of: name).map { table.cell(row: index, column: $0) }
  }

  /// A diagnostic that points at the whole row.
  package func diagnostic(
    code: String, severity: DiagnosticSeverity = .error, message: Message, hint: Message? = nil
  ) -> Diagnostic {
    Diagnostic(
      at: range, in: table.source, code: code, severity: severity, message: message, hint: hint)
  }
}
