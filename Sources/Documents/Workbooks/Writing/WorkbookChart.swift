/// A chart on a sheet to be written.
package struct WorkbookChart: Sendable, Hashable {

  package let kind: WorkbookChartKind

  /// Empty for none.
  package let title: String

  /// The name of the axis below, with its unit; empty for none.
  package let below: String

  /// The name of the axis beside, with its unit; empty for none.
  package let beside: String

  /// How the axis below shows its values; as their cells do if absent.
  package let belowFormat: WorkbookFormat?

  /// At least one.
  package let series: [WorkbookSeries]

  /// The row of the cell on which its upper left corner stands, counted from 0.
  package let row: Int

  /// The column of that cell, counted from 0.
  package let column: Int

  /// How wide it is [480 pixels].
  package let width: Double

  /// How high it is [288 pixels].
  package let height: Double

  package init(
    _ kind: WorkbookChartKind, title: String, below: String = "", beside: String = "",
    belowFormat: WorkbookFormat? = nil, series: [WorkbookSeries], row: Int, column: Int,
    width: Double = 1, height: Double = 1
  ) {
    self.kind = kind
    self.title = title
    self.below = below
    self.beside = beside
    self.belowFormat = belowFormat
    self.series = series
    self.row = row
    self.column = column
    self.width = width
    self.height = height
  }
}
