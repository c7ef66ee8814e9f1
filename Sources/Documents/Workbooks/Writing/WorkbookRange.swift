/// Cells of one sheet, counted from 0; the last row and column belong to it.
package struct WorkbookRange: Sendable, Hashable {

  /// The sheet's number among those of the workbook.
  package let sheet: Int
  package let rows: ClosedRange<Int>
  package let columns: ClosedRange<Int>

  package init(sheet: Int, rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    self.sheet = sheet
    self.rows = rows
    self.columns = columns
  }

  /// Cells of a single column.
  package init(sheet: Int, rows: ClosedRange<Int>, column: Int) {
    self.init(sheet: sheet, rows: rows, columns: column...column)
  }
}
