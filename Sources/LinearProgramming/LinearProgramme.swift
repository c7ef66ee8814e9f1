/// A linear programme: the least of a linear cost under linear limits.
///
/// Built column by column, then row by row, and solved as often as wanted; solving changes nothing.
/// All figures are in binary floating point and an answer keeps its limits only to about 10⁻⁷:
/// whoever asks rounds it to whole units that keep them exactly, and lets the engine bill those.
package struct LinearProgramme: Sendable {
  var costs: [Double] = []
  var columnLowers: [Double] = []
  var columnUppers: [Double] = []
  var rowLowers: [Double] = []
  var rowUppers: [Double] = []
  /// Where each row's entries begin; one more than there are rows.
  var rowStarts: [Int32] = [0]
  var entryColumns: [Int32] = []
  var entryValues: [Double] = []

  /// A programme without columns or rows.
  package init() {}

  /// How many columns there are.
  package var columnCount: Int { costs.count }
  /// How many rows there are.
  package var rowCount: Int { rowLowers.count }

  /// What one of a column costs.
  package func cost(of column: Int) -> Double { costs[column] }

  /// Makes room, so that a large programme is built without copying.
  package mutating func reserve(columns: Int, rows: Int, entries: Int) {
    costs.reserveCapacity(columns)
    columnLowers.reserveCapacity(columns)
    columnUppers.reserveCapacity(columns)
    rowLowers.reserveCapacity(rows)
    rowUppers.reserveCapacity(rows)
    rowStarts.reserveCapacity(rows + 1)
    entryColumns.reserveCapacity(entries)
    entryValues.reserveCapacity(entries)
  }

  /// Adds a column: a value to be found.
  ///
  /// - Parameters:
  ///   - cost: What one of it costs; finite.
  ///   - lower: Its least value, or −∞.
  ///   - upper: Its greatest value, or +∞; below `lower`, the programme is infeasible.
  /// - Returns: The column's place among ``LinearSolution``'s values.
  @discardableResult
  package mutating func addColumn(
    cost: Double, lower: Double = 0, upper: Double = .infinity
  ) -> Int {
    precondition(cost.isFinite && !lower.isNaN && !upper.isNaN)
    costs.append(cost)
    columnLowers.append(lower)
    columnUppers.append(upper)
    return costs.count - 1
  }

  /// Adds a row: a limit on a weighted sum of columns that are already there.
  ///
  /// - Parameters:
  ///   - lower: The least sum, or −∞.
  ///   - upper: The greatest sum, or +∞.
  ///   - entries: Columns with their weights, finite; those of the same column add up.
  /// - Returns: The row's place among the duals.
  @discardableResult
  package mutating func addRow(
    lower: Double = -.infinity, upper: Double = .infinity,
    _ entries: some Sequence<(column: Int, weight: Double)>
  ) -> Int {
    precondition(!lower.isNaN && !upper.isNaN)
    for (column, weight) in entries {
      precondition(costs.indices.contains(column) && weight.isFinite)
      entryColumns.append(Int32(column))
      entryValues.append(weight)
    }
    rowLowers.append(lower)
    rowUppers.append(upper)
    rowStarts.append(Int32(entryColumns.count))
    return rowLowers.count - 1
  }
}
