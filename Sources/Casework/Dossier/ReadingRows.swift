import Documents

/// The rows of a table of readings, held once for all that refer to one of them: a table of a
/// hundred thousand accounts has millions.
final class ReadingRows: Sendable {
  private let table: Table

  init(_ table: Table) { self.table = table }

  /// The row at an index, counted from 0.
  subscript(index: Int) -> TableRow {
    let rows = table.rows
    return rows[rows.index(rows.startIndex, offsetBy: index)]
  }
}
