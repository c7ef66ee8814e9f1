/// What became of a linear programme.
package enum LinearSolution: Sendable, Hashable {
  /// No values cost less.
  ///
  /// - Parameters:
  ///   - objective: What the values cost.
  ///   - values: One for each column.
  ///   - duals: For each row, what the cost would rise by if its limit in force were one higher.
  case optimal(objective: Double, values: [Double], duals: [Double])
  /// No values keep all limits.
  case infeasible
  /// The limits can be kept, and the cost can fall for ever.
  case unbounded
  /// The solver gave up: the numbers are too far apart, or memory is short.
  case failed
}
