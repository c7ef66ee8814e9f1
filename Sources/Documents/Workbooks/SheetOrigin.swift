/// The sheet of a workbook that a text was made of.
package struct SheetOrigin: Sendable, Hashable {

  /// The sheet's name.
  package let name: String

  /// How many cells of a column, counted from 0, hold a number stored as text.
  package let textNumbers: [Int: Int]

  /// How many formulas have no value in the workbook.
  package let missingValues: Int

  package init(name: String, textNumbers: [Int: Int] = [:], missingValues: Int = 0) {
    self.name = name
    self.textNumbers = textNumbers
    self.missingValues = missingValues
  }
}
