import CClp

extension LinearProgramme {
  /// Finds the least cost by the dual simplex method; the same programme has always the same answer.
  package func solve() -> LinearSolution {
    if zip(columnLowers, columnUppers).contains(where: { $0 > $1 })
      || zip(rowLowers, rowUppers).contains(where: { $0 > $1 })
    {
      return .infeasible
    }
    guard columnCount > 0, rowCount > 0 else { return solveWithoutMatrix() }
    var objective = 0.0
    var values = [Double](repeating: 0, count: columnCount)
    var duals = [Double](repeating: 0, count: rowCount)
    let outcome = cclp_solve(
      Int32(columnCount), Int32(rowCount), costs, columnLowers, columnUppers, rowLowers, rowUppers,
      rowStarts, entryColumns, entryValues, &objective, &values, &duals)
    switch outcome {
    case CCLP_OPTIMAL: return .optimal(objective: objective, values: values, duals: duals)
    case CCLP_INFEASIBLE: return .infeasible
    case CCLP_UNBOUNDED: return .unbounded
    default: return .failed
    }
  }

  /// Every column on its own: with no columns or no rows there is nothing for the solver.
  private func solveWithoutMatrix() -> LinearSolution {
    guard zip(rowLowers, rowUppers).allSatisfy({ $0 <= 0 && $1 >= 0 }) else { return .infeasible }
    var objective = 0.0
    var values: [Double] = []
    for column in costs.indices {
      let lower = columnLowers[column]
      let upper = columnUppers[column]
      let best = costs[column] > 0 ? lower : costs[column] < 0 ? upper : min(max(0, lower), upper)
      guard best.isFinite else { return .unbounded }
      values.append(best)
      objective += costs[column] * best
    }
    return .optimal(
      objective: objective, values: values, duals: Array(repeating: 0, count: rowCount))
  }
}
