import LinearProgramming
import Quantities
import TestSupport
import Use

@testable import Advice

/// A seeded load of a few days with a battery, of which some may move.
struct FlexibleInstance {
  var storage: StorageInstance
  var shift: FlexibleShift

  var problem: PeriodProblem { storage.problem }
  var load: [Int64] { storage.load }

  var groups: [Range<Int>] {
    LoadShift.groups(of: problem, storage.profile, shift.within)
  }

  func plan() throws(LeverProblem) -> FlexiblePlan {
    try FlexibleDispatch(
      problem: problem, profile: storage.profile, shift: shift, battery: storage.battery
    ).plan()
  }

  init(_ storage: StorageInstance, _ shift: FlexibleShift) {
    self.storage = storage
    self.shift = shift
  }

  init(seed: UInt64) {
    storage = StorageInstance(seed: seed)
    var generator = SplitMix64(seed: seed + 50_000)
    let highest = storage.problem.highestDemand(of: storage.load)
    let single = storage.load.filter { $0 != LoadProfile.missing }.max() ?? 0
    let ceiling = Energy(millijoules: Int128(single))
      .meanPower(overSeconds: storage.problem.intervalSeconds)
    shift = FlexibleShift(
      share: Rate(
        units: Int128(Int.random(in: 1...60, using: &generator)) * Rate.unitsPerOne / 100),
      addedLimit: Bool.random(using: &generator)
        ? Power(Int.random(in: 20...400, using: &generator)) : nil,
      ceiling: Bool.random(using: &generator) ? max(ceiling, highest) + Power(1) : nil,
      within: Bool.random(using: &generator) ? .day : .week)
  }

  /// The least cost of shift and battery together, by a programme written another way. [currency]
  ///
  /// One net flow of the battery under two tangents of its loss, the load itself between its limits,
  /// and the demand cost piece by piece; only for prices not below zero.
  var leastCost: Double? {
    let pieces = problem.demand.pieces
    return pieces.indices.compactMap { index in
      leastCost(
        pieces[index], end: index + 1 < pieces.count ? pieces[index + 1].from : nil)
    }.min()
  }

  private func leastCost(_ piece: DemandCost.Piece, end: Power?) -> Double? {
    let number = { (power: Power) in StorageReference.number(power) }
    let hours = Double(problem.intervalSeconds) / 3600
    let most = number(storage.battery.power) * hours
    let kept = StorageReference.number(storage.battery.roundTripEfficiency).squareRoot()
    let capacity = Double(storage.battery.capacity.millijoules) / 3.6e9
    let stays = 1 - StorageReference.number(shift.share)
    var programme = LinearProgramme()
    let maximum = programme.addColumn(
      cost: StorageReference.number(piece.slope), lower: number(piece.from),
      upper: end.map(number) ?? .infinity)
    let start = programme.addColumn(cost: 0, upper: capacity)
    var level = start
    var columns: [Int: (load: Int, flow: Int)] = [:]
    for (index, value) in load.enumerated() where value != LoadProfile.missing {
      let use = Double(value) / 3.6e9
      let price = Double(problem.prices[index]) / 1e12
      let shifted = programme.addColumn(
        cost: price, lower: stays * use,
        upper: min(
          shift.addedLimit.map { use + number($0) * hours } ?? .infinity,
          shift.ceiling.map { number($0) * hours } ?? .infinity))
      let flow = programme.addColumn(cost: price, lower: -most, upper: most)
      programme.addRow(lower: 0, [(shifted, 1), (flow, 1)])
      let next = programme.addColumn(cost: 0, upper: capacity)
      programme.addRow(lower: 0, [(flow, 1), (next, -1 / kept), (level, 1 / kept)])
      programme.addRow(lower: 0, [(flow, 1), (next, -kept), (level, kept)])
      level = next
      columns[index] = (shifted, flow)
    }
    programme.addRow(lower: 0, upper: 0, [(level, 1), (start, -1)])
    for group in groups {
      let own = group.compactMap { columns[$0]?.load }
      let sum = group.reduce(0.0) {
        load[$1] == LoadProfile.missing ? $0 : $0 + Double(load[$1]) / 3.6e9
      }
      programme.addRow(lower: sum, upper: sum, own.map { ($0, 1) })
    }
    for day in problem.days {
      for first in stride(from: day.lowerBound, to: day.upperBound, by: problem.blockLength) {
        let block = first..<(first + problem.blockLength)
        let own = block.compactMap { columns[$0] }
        guard block.upperBound <= day.upperBound, own.count == block.count else { continue }
        programme.addRow(
          lower: 0,
          [(maximum, hours * Double(block.count))]
            + own.flatMap { [(column: $0.load, weight: -1.0), (column: $0.flow, weight: -1)] })
      }
    }
    guard case .optimal(let objective, _, _) = programme.solve() else { return nil }
    return objective + StorageReference.number(piece.cost)
      - StorageReference.number(piece.slope) * number(piece.from)
  }
}
