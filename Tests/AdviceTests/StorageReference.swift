import LinearProgramming
import Quantities
import Use

@testable import Advice

/// The same question put to the solver another way: one net flow in each interval under two
/// tangents of the loss, and the demand cost piece by piece above straight lines.
///
/// Only for prices not below zero, for which no flow lies above its tangents.
enum StorageReference {
  static func number<Value: FixedPoint>(_ value: Value) -> Double {
    Double(value.units) / Double(Value.unitsPerOne)
  }

  /// The least cost. [currency]
  static func leastCost(_ instance: StorageInstance) -> Double? {
    let pieces = instance.problem.demand.pieces
    return pieces.indices.compactMap { index in
      leastCost(
        instance, pieces[index], end: index + 1 < pieces.count ? pieces[index + 1].from : nil)
    }.min()
  }

  private static func leastCost(
    _ instance: StorageInstance, _ piece: DemandCost.Piece, end: Power?
  ) -> Double? {
    let problem = instance.problem
    let hours = Double(problem.intervalSeconds) / 3600
    let most = number(instance.battery.power) * hours
    let kept = number(instance.battery.roundTripEfficiency).squareRoot()
    let capacity = Double(instance.battery.capacity.millijoules) / 3.6e9
    var programme = LinearProgramme()
    let maximum = programme.addColumn(
      cost: number(piece.slope), lower: number(piece.from), upper: end.map(number) ?? .infinity)
    let start = programme.addColumn(cost: 0, upper: capacity)
    var level = start
    var constant = number(piece.cost) - number(piece.slope) * number(piece.from)
    var flowOf: [Int: Int] = [:]
    for (index, value) in instance.load.enumerated() where value != LoadProfile.missing {
      let load = Double(value) / 3.6e9
      let price = Double(problem.prices[index]) / 1e12
      constant += price * load
      let flow = programme.addColumn(cost: price, lower: -min(most, load), upper: most)
      let next = programme.addColumn(cost: 0, upper: capacity)
      programme.addRow(lower: 0, [(flow, 1), (next, -1 / kept), (level, 1 / kept)])
      programme.addRow(lower: 0, [(flow, 1), (next, -kept), (level, kept)])
      level = next
      flowOf[index] = flow
    }
    programme.addRow(lower: 0, upper: 0, [(level, 1), (start, -1)])
    for day in problem.days {
      for first in stride(from: day.lowerBound, to: day.upperBound, by: problem.blockLength) {
        let block = first..<(first + problem.blockLength)
        let flows = block.compactMap { flowOf[$0] }
        guard block.upperBound <= day.upperBound, flows.count == block.count else { continue }
        let load = block.reduce(0) { $0 + Double(instance.load[$1]) / 3.6e9 }
        programme.addRow(
          lower: load,
          [(maximum, hours * Double(block.count))] + flows.map { (column: $0, weight: -1) })
      }
    }
    guard case .optimal(let objective, _, _) = programme.solve() else { return nil }
    return objective + constant
  }
}
