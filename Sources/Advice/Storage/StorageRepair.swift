import Quantities
import Use

/// Turns a dispatch found in binary fractions into whole millijoules that keep every limit.
///
/// The levels found are followed, so that roundings do not add up; before, it is worked out from the
/// end how much must be stored after each interval for the rest to be possible.
struct StorageRepair {
  let problem: PeriodProblem
  let battery: Battery
  let load: [Int64]
  let intervals: [Int]
  let blocks: [Range<Int>]

  /// Differences of less than this are noise of the search. [mJ]
  private static let noise: Int128 = 400

  /// The net load and the level it begins with.
  ///
  /// - Parameters:
  ///   - answer: What was found.
  ///   - limit: A demand no demand interval may exceed. [kW]
  /// - Returns: Nothing where the limits cannot be kept.
  func plan(
    _ answer: StorageProgramme.Answer, limit: Power?
  ) -> (netLoad: [Int64], start: Int128)? {
    let flow = BatteryFlow(battery)
    let start = min(max(0, answer.levels.last ?? 0), flow.capacity)
    let most = battery.power.units * Int128(problem.intervalSeconds)
    let ceilings = self.ceilings(answer, limit: limit)
    let floors = intervals.map { -min(most, max(0, Int128(load[$0]))) }

    var needed = [Int128](repeating: 0, count: intervals.count + 1)
    needed[intervals.count] = start
    for place in intervals.indices.reversed() {
      let ceiling = min(most, ceilings[place])
      guard ceiling >= floors[place] else { return nil }
      needed[place] = max(0, flow.level(before: ceiling, needed: needed[place + 1]))
    }
    guard needed[0] <= start else { return nil }

    var netLoad = load
    var level = start
    for (place, index) in intervals.enumerated() {
      let wanted = place == intervals.count - 1 ? start : answer.levels[place]
      let target = min(max(wanted, needed[place + 1]), flow.capacity)
      var amount = flow.flow(from: level, to: target)
      if (target - level).magnitude <= Self.noise, level >= needed[place + 1] { amount = 0 }
      amount = min(max(amount, floors[place]), min(most, ceilings[place]))
      level = flow.level(after: amount, from: level)
      guard level >= needed[place + 1], level <= flow.capacity else { return nil }
      netLoad[index] = Int64(Int128(load[index]) + amount)
    }
    return (netLoad, start)
  }

  /// What the battery may draw in each interval for every demand interval to keep to the limit;
  /// what is left of one is shared by its intervals. [mJ]
  private func ceilings(_ answer: StorageProgramme.Answer, limit: Power?) -> [Int128] {
    var ceilings = [Int128](repeating: .max, count: intervals.count)
    guard let limit else { return ceilings }
    var places = [Int](repeating: 0, count: load.count)
    for (place, index) in intervals.enumerated() { places[index] = place }
    let budget = limit.units * Int128(problem.blockLength * problem.intervalSeconds)
    for block in blocks {
      var left = budget
      for index in block { left -= Int128(load[index]) + answer.flows[places[index]] }
      // Rounded down, whatever its sign, so that the shares never sum to more.
      let share =
        left >= 0
        ? left / Int128(block.count)
        : -RoundingMode.awayFromZero.divide(-left, by: Int128(block.count))
      for index in block { ceilings[places[index]] = answer.flows[places[index]] + share }
    }
    return ceilings
  }
}
