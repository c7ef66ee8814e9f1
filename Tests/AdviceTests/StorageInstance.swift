import Quantities
import TestSupport
import Use

@testable import Advice

/// A seeded load of a few days with prices, a demand cost and a battery.
struct StorageInstance {
  var problem: PeriodProblem
  var profile: LoadProfile
  var battery: Battery

  var load: [Int64] { Array(profile.active[problem.positions]) }
  var dispatch: StorageDispatch {
    StorageDispatch(problem: problem, profile: profile, battery: battery)
  }
  var plan: StoragePlan { dispatch.plan() }

  static let month = Month(ordinal: 2026 * 12)

  static func power(_ kilowatts: Int) -> Power { Power(kilowatts) }

  /// A period that begins on 1 January 2026.
  init(
    kilowatts: [Int], perDay: Int, prices: [Int64], demand: DemandCost, battery: Battery,
    blockLength: Int = 1, missing: Set<Int> = []
  ) {
    let seconds = 86_400 / perDay
    let values = kilowatts.enumerated().map { index, value in
      missing.contains(index) ? LoadProfile.missing : Int64(value) * 1_000_000 * Int64(seconds)
    }
    profile = LoadProfile(
      firstDay: Self.month.firstDay, intervalSeconds: seconds, active: values)
    problem = PeriodProblem(
      month: Self.month, positions: 0..<values.count,
      days: (0..<(values.count / perDay)).map { ($0 * perDay)..<(($0 + 1) * perDay) },
      intervalSeconds: seconds, blockLength: blockLength, prices: prices, demand: demand)
    self.battery = battery
  }

  /// Two to four days of 24 or 48 intervals; each sort of price and demand cost has its turn.
  init(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let perDay = seed % 4 == 3 ? 48 : 24
    let days = Int.random(in: 2...4, using: &generator)
    let count = days * perDay
    let base = Int.random(in: 100...900, using: &generator)
    let kilowatts = (0..<count).map { index -> Int in
      let hour = index % perDay * 24 / perDay
      let shift = (8..<18).contains(hour) ? base : base / 3
      return Int.random(in: 0..<40, using: &generator) == 0
        ? 0 : shift + Int.random(in: 0...(base / 2), using: &generator)
    }
    let missing = Set((0..<count).filter { _ in Int.random(in: 0..<30, using: &generator) == 0 })
    let highest = kilowatts.max() ?? 0
    let demand = Self.demand(Int(seed / 3 % 5), highest: highest, &generator)
    let battery = Battery(
      capacity: Energy(kilowattHours: Int.random(in: 20...1500, using: &generator)),
      power: Power(Int.random(in: 10...500, using: &generator)),
      roundTripEfficiency: Rate(
        units: Int128(Int.random(in: 6...10, using: &generator)) * 100_000_000_000))
    self.init(
      kilowatts: kilowatts, perDay: perDay,
      prices: Self.prices(Int(seed % 3), count: count, perDay: perDay, &generator),
      demand: demand, battery: battery, blockLength: seed % 5 == 4 ? 2 : 1,
      missing: seed % 2 == 0 ? missing : [])
  }

  static func prices(
    _ sort: Int, count: Int, perDay: Int, _ generator: inout SplitMix64
  ) -> [Int64] {
    (0..<count).map { index in
      let hour = index % perDay * 24 / perDay
      switch sort {
      case 0: return hour < 8 ? 300_000_000_000 : hour < 18 ? 1_100_000_000_000 : 700_000_000_000
      case 1: return 640_000_000_000
      default: return Int64.random(in: 0...1_500_000_000, using: &generator) * 1_000
      }
    }
  }

  /// None, a price for each kilowatt, a floor, a dearer excess, or a contract with a penalty.
  static func demand(_ sort: Int, highest: Int, _ generator: inout SplitMix64) -> DemandCost {
    // A contract may also lie above today's demand, so that exceeding it can pay.
    let most = sort == 4 ? 125 : 99
    let level = max(1, highest * Int.random(in: 60...most, using: &generator) / 100)
    let slope = Price(Int.random(in: 1...40, using: &generator))
    let atLevel = Power(level).quantity.times(slope)
    let first = DemandCost.Piece(from: .zero, cost: .zero, slope: slope)
    let flat = DemandCost.Piece(from: .zero, cost: atLevel, slope: .zero)
    switch sort {
    case 0: return .none
    case 1: return DemandCost(pieces: [first])
    case 2:
      return DemandCost(pieces: [flat, .init(from: Power(level), cost: atLevel, slope: slope)])
    case 3:
      return DemandCost(pieces: [
        first, .init(from: Power(level), cost: atLevel, slope: Price(2 * 40)),
      ])
    default:
      let penalty = Money(
        Int.random(in: 1...40, using: &generator) * Int.random(in: 1...40, using: &generator))
      let cost = atLevel + penalty
      let width = Int.random(in: 5...100, using: &generator)
      let further = Power(level + width)
      return DemandCost(pieces: [
        flat, .init(from: Power(level), cost: cost, slope: slope),
        .init(
          from: further, cost: cost + Power(width).quantity.times(slope) + penalty,
          slope: Price(1)),
      ])
    }
  }
}
