/// A sheet to be written: a heading, rows below it, and perhaps a row of totals and charts.
///
/// The heading is row 0; `rows` begin at row 1.
package struct SheetContent: Sendable, Hashable {

  /// The wished name; ``WorkbookContent/sheetNames`` holds the one that is written.
  package let name: String

  package let columns: [WorkbookColumn]

  /// Cells from the first column on; a row may be shorter or longer than there are columns.
  package let rows: [[WorkbookCell]]

  /// Whether the heading stays in sight.
  package let hasFrozenHeading: Bool

  /// What stands in the first column of the row of totals; there is none if this is absent or there
  /// are no rows.
  ///
  /// The totals of the columns with `isSummed` are formulas, so that they follow what a user edits.
  package let totalLabel: String?

  package let charts: [WorkbookChart]

  /// What a page of A4 takes upright in a size that is read with ease. [characters]
  private static let uprightWidth = 95

  /// The room a chart takes beside a table, for a width of one. [characters]
  private static let chartWidth = 480.0 / 7

  /// Whether it is printed across.
  var isWide: Bool {
    let table = columns.reduce(0) { $0 + $1.width }
    let ends = charts.map { chart in
      let before = columns.prefix(chart.column).reduce(0) { $0 + $1.width }
      return Double(before) + chart.width * Self.chartWidth
    }
    return max(Double(table), ends.max() ?? 0) > Double(Self.uprightWidth)
  }

  package init(
    name: String, columns: [WorkbookColumn], rows: [[WorkbookCell]], hasFrozenHeading: Bool = true,
    totalLabel: String? = nil, charts: [WorkbookChart] = []
  ) {
    self.name = name
    self.columns = columns
    self.rows = rows
    self.hasFrozenHeading = hasFrozenHeading
    self.totalLabel = totalLabel
    self.charts = charts
  }
}
