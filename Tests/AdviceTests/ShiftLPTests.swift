import Quantities
import Testing

@testable import Advice

@Suite("The bound of a shift is what can be worked out by hand")
struct ShiftLPTests {
  /// 100 kW all day, at 0.30 in the first half and 1.00 in the second: 1,560.00.
  static func bound(
    demand: DemandCost = .none, groups: [Range<Int>] = [0..<24], share: Double = 0.2,
    addedLimit: Power? = nil, ceiling: Power? = nil, missing: Set<Int> = []
  ) -> Double? {
    let instance = StorageInstance(
      kilowatts: Array(repeating: 100, count: 24), perDay: 24,
      prices: (0..<24).map { $0 < 12 ? 300_000_000_000 : 1_000_000_000_000 }, demand: demand,
      battery: Battery(capacity: .zero, power: .zero), missing: missing)
    return shiftLowerBound(
      problem: instance.problem, load: instance.load, groups: groups, share: share,
      addedLimit: addedLimit, ceiling: ceiling)
  }

  static func expect(_ bound: Double?, _ expected: Double) throws {
    #expect(abs(try #require(bound) - expected) < 1e-6)
  }

  @Test("A fifth of 1,200 kWh moves for 0.70: 1,392.00; with 10 kW added at most, half of it")
  func energy() throws {
    try Self.expect(Self.bound(), 1560 - 168)
    try Self.expect(Self.bound(addedLimit: Power(10)), 1560 - 84)
    try Self.expect(Self.bound(ceiling: Power(105)), 1560 - 42)
    // Hour 12 is missing: 11 × 20 kWh move and 1.00 × 100 kWh are gone.
    try Self.expect(Self.bound(missing: [12]), 1460 - 154)
  }

  @Test("Nothing moves between groups, nor outside them")
  func groups() throws {
    try Self.expect(Self.bound(groups: [0..<12, 12..<24]), 1560)
    try Self.expect(Self.bound(groups: [11..<13]), 1560 - 14)
  }

  @Test("A ceiling of 90 kW cannot hold 100 kW")
  func impossible() {
    #expect(Self.bound(ceiling: Power(90)) == nil)
  }

  @Test("A kilowatt for 12 hours earns 8.40: worth it at 8, not at 9, nor over a step of 200")
  func demand() throws {
    for (slope, saving) in [(8, 20 * 0.4), (9, 0)] {
      let demand = DemandCost(pieces: [.init(from: .zero, cost: .zero, slope: Price(slope))])
      try Self.expect(Self.bound(demand: demand), 1560 + Double(100 * slope) - saving)
    }
    for (step, cost) in [(50, 1560.0 - 168 + 50), (200, 1560.0 - 84)] {
      let demand = DemandCost(pieces: [
        .init(from: .zero, cost: .zero, slope: .zero),
        .init(from: Power(110), cost: Money(step), slope: .zero),
      ])
      // Under the step 10 kW may be added, as with a limit of 10 kW: 1,476.
      try Self.expect(Self.bound(demand: demand), cost)
    }
  }
}
