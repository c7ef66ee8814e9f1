/// A series of a chart, whose values stand in cells.
package struct WorkbookSeries: Sendable, Hashable {

  /// Its name in the legend.
  package let name: String

  /// What stands below the values, 1, 2, 3, … if absent; the places of points, which must not be
  /// absent.
  package let below: WorkbookRange?
  package let values: WorkbookRange

  package init(name: String, below: WorkbookRange?, values: WorkbookRange) {
    self.name = name
    self.below = below
    self.values = values
  }
}
