import Quantities
import TestSupport
import Use

@testable import Advice

/// A seeded load of two or three days of hours that holds its batches at their present starts.
struct BatchInstance {
  let storage: StorageInstance
  let batches: [Batch]

  var problem: PeriodProblem { storage.problem }
  var load: [Int64] { storage.load }

  func plan(nodes: Int = 1_000_000) throws(BatchFault) -> BatchPlan {
    try BatchSchedule(problem: problem, profile: storage.profile, batches: batches, nodes: nodes)
      .plan()
  }

  static func time(_ hour: Int) -> ClockTime { ClockTime(minutes: hour * 60) ?? .midnight }

  init(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let days = seed % 5 == 0 ? 3 : 2
    var kilowatts = (0..<(days * 24)).map { _ in Int.random(in: 50...200, using: &generator) }
    let count = seed % 4 == 0 && days == 2 ? 3 : 2
    var batches: [Batch] = []
    for number in 0..<count {
      let hours = Int.random(in: 1...4, using: &generator)
      let first = Int.random(in: 0...(18 - hours), using: &generator)
      let starts = Int.random(in: 2...(count == 3 ? 3 : days == 3 ? 4 : 6), using: &generator)
      let present = first + Int.random(in: 0..<starts, using: &generator)
      // Now and then two batches are alike, so that they can change places.
      let like = seed % 7 == 0 ? batches.first : nil
      batches.append(
        Batch(
          name: "batch \(number)",
          power: like?.power ?? Power(Int.random(in: 20...150, using: &generator)),
          minutes: like?.minutes ?? hours * 60,
          window: like?.window ?? Self.time(first)..<Self.time(first + starts - 1 + hours),
          days: number == 1 && seed % 3 == 0 ? .weekdays : .everyDay,
          presentStart: like?.presentStart ?? Self.time(present)))
    }
    for day in 0..<days {
      for batch in batches {
        let start = day * 24 + batch.presentStart.minutes / 60
        for index in start..<(start + batch.minutes / 60) {
          kilowatts[index] += Int(batch.power.units / 1_000_000)
        }
      }
    }
    let missing = Set(
      (0..<(days * 24)).filter { _ in
        seed % 2 == 1 && Int.random(in: 0..<20, using: &generator) == 0
      })
    storage = StorageInstance(
      kilowatts: kilowatts, perDay: 24,
      prices: StorageInstance.prices(Int(seed % 3), count: days * 24, perDay: 24, &generator),
      demand: StorageInstance.demand(
        Int(seed / 3 % 5), highest: kilowatts.max() ?? 0, &generator),
      battery: Battery(capacity: .zero, power: .zero), blockLength: seed % 6 == 5 ? 2 : 1,
      missing: missing)
    self.batches = batches
  }

  /// The load of a day with its batches at some starts, in hours of the day.
  ///
  /// Batches without a start stay; there is nothing where a run would meet a hole.
  func load(ofDay day: Int, starts: [Int?]) -> [Int64]? {
    let range = problem.days[day]
    var values = Array(load[range])
    for (batch, start) in zip(batches, starts) {
      guard let start else { continue }
      let energy = Int64(batch.power.units) * 3_600
      let hours = batch.minutes / 60
      let present = batch.presentStart.minutes / 60
      guard !values[start..<(start + hours)].contains(LoadProfile.missing) else { return nil }
      for index in present..<(present + hours) { values[index] -= energy }
      for index in start..<(start + hours) { values[index] += energy }
    }
    return values
  }

  /// Every start a batch may have on a day; nothing for one that has to stay.
  func starts(of batch: Batch, day: Int) -> [Int?] {
    let values = load
    let present = problem.days[day].lowerBound + batch.presentStart.minutes / 60
    let run = present..<(present + batch.minutes / 60)
    // 1 January 2026 is a Thursday, so a third day is a Saturday.
    guard day < 2 || batch.days == .everyDay, !values[run].contains(LoadProfile.missing) else {
      return [nil]
    }
    let first = batch.window.lowerBound.minutes / 60
    return Array(first...(batch.window.upperBound.minutes / 60 - batch.minutes / 60))
  }

  /// Energy cost and highest demand of every combination of starts of a day.
  func ways(ofDay day: Int) -> [(product: Int128, highest: Int128)] {
    var combinations: [[Int?]] = [[]]
    for batch in batches {
      let starts = starts(of: batch, day: day)
      combinations = combinations.flatMap { head in starts.map { head + [$0] } }
    }
    return combinations.compactMap { load(ofDay: day, starts: $0) }.map { values in
      var product: Int128 = 0
      for (value, index) in zip(values, problem.days[day]) where value != LoadProfile.missing {
        product += Int128(value) * Int128(problem.prices[index])
      }
      var highest: Int128 = 0
      for first in stride(from: 0, to: values.count, by: problem.blockLength) {
        let block = values[first..<(first + problem.blockLength)]
        guard !block.contains(LoadProfile.missing) else { continue }
        highest = max(highest, block.reduce(0) { $0 + Int128($1) })
      }
      return (product, highest)
    }
  }

  /// The least cost over every combination of every day.
  var leastCost: Money {
    let seconds = Int128(problem.blockLength * problem.intervalSeconds)
    var sums: [(product: Int128, highest: Int128)] = [(0, 0)]
    for day in problem.days.indices {
      let ways = ways(ofDay: day)
      sums = sums.flatMap { sum in
        ways.map { (sum.product + $0.product, max(sum.highest, $0.highest)) }
      }
    }
    // The demand cost is looked up once for each demand.
    var cheapest: [Int128: Int128] = [:]
    for sum in sums {
      cheapest[sum.highest] = min(cheapest[sum.highest] ?? .max, sum.product)
    }
    return cheapest.map { highest, product in
      Money(units: (product * 10 * 2 + 36) / 72)
        + problem.demand.cost(of: Power(units: (2 * highest + seconds) / (2 * seconds)))
    }.min() ?? .zero
  }
}
