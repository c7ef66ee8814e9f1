import LinearProgramming
import Quantities
import Use

@testable import Advice

/// What no shift of a load within groups of intervals can fall below, by a linear programme.
///
/// Each interval may give up to a share of its load and take an added power up to a ceiling; the
/// energy of each group stays what it is. The demand cost is taken piece by piece, so it need not be
/// convex.
///
/// - Parameters:
///   - problem: Prices and demand cost.
///   - load: One value for each of the problem's positions; missing ones stay as they are. [mJ]
///   - groups: Positions within `load` among which energy may move; intervals outside stay.
///   - share: How much of an interval's load may leave it, 0 to 1.
///   - addedLimit: How much an interval may take above its load. [kW]
///   - ceiling: What an interval may not exceed. [kW]
/// - Returns: The least cost of energy and demand [currency]; nothing where none is possible.
func shiftLowerBound(
  problem: PeriodProblem, load: [Int64], groups: [Range<Int>], share: Double,
  addedLimit: Power?, ceiling: Power?
) -> Double? {
  let pieces = problem.demand.pieces
  return pieces.indices.compactMap { index in
    var shift = ShiftProgramme(problem: problem, load: load)
    shift.addLoad(groups: groups, share: share, addedLimit: addedLimit, ceiling: ceiling)
    return shift.leastCost(
      pieces[index], end: index + 1 < pieces.count ? pieces[index + 1].from : nil)
  }.min()
}

/// The columns and rows of one piece of the demand cost.
private struct ShiftProgramme {
  let problem: PeriodProblem
  let load: [Int64]
  var programme = LinearProgramme()
  /// The column of each interval that has a value.
  var columns: [Int: Int] = [:]

  init(problem: PeriodProblem, load: [Int64]) {
    self.problem = problem
    self.load = load
  }

  private static func number<Value: FixedPoint>(_ value: Value) -> Double {
    Double(value.units) / Double(Value.unitsPerOne)
  }

  mutating func addLoad(
    groups: [Range<Int>], share: Double, addedLimit: Power?, ceiling: Power?
  ) {
    let hours = Double(problem.intervalSeconds) / 3600
    let moving = Set(groups.joined())
    for (index, value) in load.enumerated() where value != LoadProfile.missing {
      let use = Double(value) / 3.6e9
      var lower = use
      var upper = use
      if moving.contains(index) {
        lower = (1 - share) * use
        upper = min(
          addedLimit.map { use + Self.number($0) * hours } ?? .infinity,
          ceiling.map { Self.number($0) * hours } ?? .infinity)
      }
      columns[index] = programme.addColumn(
        cost: Double(problem.prices[index]) / 1e12, lower: lower, upper: upper)
    }
    for group in groups {
      let present = group.filter { columns[$0] != nil }
      let sum = present.reduce(0) { $0 + Double(load[$1]) / 3.6e9 }
      programme.addRow(
        lower: sum, upper: sum, present.compactMap { columns[$0] }.map { (column: $0, weight: 1) })
    }
  }

  mutating func leastCost(_ piece: DemandCost.Piece, end: Power?) -> Double? {
    let slope = Self.number(piece.slope)
    let from = Self.number(piece.from)
    let maximum = programme.addColumn(
      cost: slope, lower: from, upper: end.map(Self.number) ?? .infinity)
    let hours = Double(problem.blockLength * problem.intervalSeconds) / 3600
    let offset = problem.positions.lowerBound
    for day in problem.days {
      for start in stride(from: day.lowerBound, to: day.upperBound, by: problem.blockLength) {
        let block = (start - offset)..<(start - offset + problem.blockLength)
        let present = block.compactMap { columns[$0] }
        // A demand interval with a hole, or cut off by the day's end, has no demand.
        guard start + problem.blockLength <= day.upperBound, present.count == block.count else {
          continue
        }
        programme.addRow(
          lower: 0, [(maximum, hours)] + present.map { (column: $0, weight: -1) })
      }
    }
    guard case .optimal(let objective, _, _) = programme.solve() else { return nil }
    return objective + Self.number(piece.cost) - slope * from
  }
}
