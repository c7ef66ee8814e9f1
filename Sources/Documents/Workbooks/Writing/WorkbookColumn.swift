/// A column of a sheet to be written.
package struct WorkbookColumn: Sendable, Hashable {

  package let heading: String

  /// How wide it is [characters].
  package let width: Int

  /// The format of its total and of cells that a user fills.
  package let format: WorkbookFormat

  /// Whether the row of totals adds it up.
  package let isSummed: Bool

  package init(
    _ heading: String, width: Int = 12, format: WorkbookFormat = .general, isSummed: Bool = false
  ) {
    self.heading = heading
    self.width = width
    self.format = format
    self.isSummed = isSummed
  }
}
