import Quantities
import TestSupport
import Testing
import Use

@testable import Advice

@Suite("A battery's dispatch costs the least there is")
struct StorageDispatchTests {
  static func number(_ money: Money) -> Double { StorageReference.number(money) }

  @Test("200 seeded loads: bound and cost equal another programme's optimum to a millionth")
  func optimum() throws {
    for seed in UInt64(0)..<200 {
      let instance = StorageInstance(seed: seed)
      let plan = instance.plan
      let least = try #require(StorageReference.leastCost(instance), "seed \(seed)")
      let close = 1e-6 * max(1, least)
      #expect(abs(Self.number(plan.bound) - least) < close, "seed \(seed): \(plan.bound), \(least)")
      #expect(abs(Self.number(plan.cost) - least) < close, "seed \(seed): \(plan.cost), \(least)")
      #expect(plan.cost <= plan.presentCost, "seed \(seed)")
      #expect(plan.bound <= plan.cost, "seed \(seed)")
    }
  }

  @Test("100 kWh, 90 %: bought at 0.30 by night and used at 1.00 by day saves 63.25 a day")
  func arbitrage() throws {
    // Stored 100 kWh: 100 ÷ √0.9 = 105.4093 kWh are bought, 100 × √0.9 = 94.8683 kWh replaced;
    // 94.8683 × 1.00 − 105.4093 × 0.30 = 63.2456.
    let instance = StorageInstance(
      kilowatts: Array(repeating: 100, count: 48), perDay: 24,
      prices: (0..<48).map { $0 % 24 < 12 ? 300_000_000_000 : 1_000_000_000_000 }, demand: .none,
      battery: Battery(capacity: Energy(kilowattHours: 100), power: Power(50)))
    #expect(instance.plan.saving.text(digits: 2) == "126.49")
  }

  @Test("An hour of 200 kW above 100 kW is cut to 150 kW: 2,000.00 less 2.78 for losses")
  func peak() throws {
    // 50 kW × 40; 50 kWh served need 50 ÷ 0.9 drawn, so 5.5556 kWh more at 0.50.
    var kilowatts = Array(repeating: 100, count: 24)
    kilowatts[10] = 200
    let instance = StorageInstance(
      kilowatts: kilowatts, perDay: 24, prices: Array(repeating: 500_000_000_000, count: 24),
      demand: DemandCost(pieces: [.init(from: .zero, cost: .zero, slope: Price(40))]),
      battery: Battery(capacity: Energy(kilowattHours: 100), power: Power(50)))
    let plan = instance.plan
    #expect(plan.saving.text(digits: 2) == "1997.22")
    #expect(instance.problem.highestDemand(of: plan.netLoad).text(digits: 3) == "150.000")
  }

  @Test(
    "A contract of 150 kW with 4,000 above it: 160 kW are cut to 150.000000 and no milliwatt more")
  func step() throws {
    var kilowatts = Array(repeating: 100, count: 96)
    kilowatts[40] = 160
    kilowatts[41] = 155
    let demand = DemandCost(pieces: [
      .init(from: .zero, cost: Money(1_000), slope: .zero),
      .init(from: Power(150), cost: Money(5_000), slope: Price(10)),
    ])
    let instance = StorageInstance(
      kilowatts: kilowatts, perDay: 96, prices: Array(repeating: 500_000_000_000, count: 96),
      demand: demand, battery: Battery(capacity: Energy(kilowattHours: 10), power: Power(10)))
    let plan = instance.plan
    #expect(instance.problem.highestDemand(of: plan.netLoad) <= Power(150))
    // 4,100 saved; (10 + 5) kW × ¼ h ÷ 0.9 less the same is 0.4167 kWh lost at 0.50.
    #expect(plan.saving.text(digits: 2) == "4099.79")
    // A battery of 5 kW comes to 155 kW and pays the penalty: 50 saved, 0.0694 for losses.
    let weak = StorageInstance(
      kilowatts: kilowatts, perDay: 96, prices: instance.problem.prices, demand: demand,
      battery: Battery(capacity: Energy(kilowattHours: 10), power: Power(5)))
    #expect(weak.plan.saving.text(digits: 2) == "49.93")
  }

  @Test("Too small to stay under the contract, a battery still pays by its energy")
  func beyondStep() throws {
    let instance = StorageInstance(
      kilowatts: Array(repeating: 300, count: 24), perDay: 24,
      prices: (0..<24).map { $0 < 12 ? 300_000_000_000 : 1_000_000_000_000 },
      demand: DemandCost(pieces: [
        .init(from: .zero, cost: .zero, slope: .zero),
        .init(from: Power(200), cost: Money(900), slope: .zero),
      ]),
      battery: Battery(capacity: Energy(kilowattHours: 100), power: Power(50)))
    #expect(instance.plan.saving.text(digits: 2) == "63.25")
  }

  @Test("Charging above a contract pays where the step is 5.00: 55.00 instead of 12.00")
  func aboveStep() {
    // Two hours at 0.30: under 150 kW 20 kWh are drawn, above it 100 kWh, and 0.9 of them replace
    // energy at 1.00: 18 − 6 = 12, and 90 − 30 − 5 = 55.
    let instance = StorageInstance(
      kilowatts: Array(repeating: 140, count: 24), perDay: 24,
      prices: (0..<24).map { $0 < 2 ? 300_000_000_000 : 1_000_000_000_000 },
      demand: DemandCost(pieces: [
        .init(from: .zero, cost: .zero, slope: .zero),
        .init(from: Power(150), cost: Money(5), slope: .zero),
      ]),
      battery: Battery(capacity: Energy(kilowattHours: 100), power: Power(50)))
    #expect(instance.plan.saving.text(digits: 2) == "55.00")
  }

  @Test("No capacity, no power or nothing metered: the load stays, and nothing is saved")
  func idle() {
    let load = Array(repeating: 100, count: 24)
    let prices = (0..<24).map { Int64($0) * 100_000_000_000 }
    let cases: [(capacity: Int, power: Int, missing: Set<Int>)] = [
      (0, 50, []), (100, 0, []), (100, 50, Set(0..<24)),
    ]
    for (capacity, power, missing) in cases {
      let instance = StorageInstance(
        kilowatts: load, perDay: 24, prices: prices, demand: .none,
        battery: Battery(capacity: Energy(kilowattHours: capacity), power: Power(power)),
        missing: missing)
      #expect(instance.plan.netLoad == instance.load)
      #expect(instance.plan.saving == .zero)
    }
  }

  @Test("A third of the intervals at −0.20, 100 seeded loads: never worse, never below the bound")
  func negativePrices() {
    for seed in UInt64(0)..<100 {
      var instance = StorageInstance(seed: seed)
      var generator = SplitMix64(seed: seed + 1_000)
      let prices = instance.problem.prices.map {
        Int.random(in: 0..<3, using: &generator) == 0 ? -200_000_000_000 : $0
      }
      instance.problem = PeriodProblem(
        month: instance.problem.month, positions: instance.problem.positions,
        days: instance.problem.days, intervalSeconds: instance.problem.intervalSeconds,
        blockLength: instance.problem.blockLength, prices: prices,
        demand: instance.problem.demand)
      let plan = instance.plan
      #expect(plan.cost <= plan.presentCost, "seed \(seed)")
      #expect(plan.bound <= plan.cost, "seed \(seed)")
      StorageInvariantTests.check(plan, of: instance, seed: seed)
    }
  }

  @Test("Paid 0.20 by night, 100 kWh earn 115.95 a day; wasting more at once is left to the bound")
  func paidToDraw() {
    // 94.8683 kWh replaced at 1.00 and 105.4093 kWh drawn at −0.20 are 115.9502. A battery that
    // draws 50 kW and serves 45 kW at once would stay full and be paid for 5 kW more each hour.
    let instance = StorageInstance(
      kilowatts: Array(repeating: 100, count: 24), perDay: 24,
      prices: (0..<24).map { $0 < 12 ? -200_000_000_000 : 1_000_000_000_000 }, demand: .none,
      battery: Battery(capacity: Energy(kilowattHours: 100), power: Power(50)))
    let plan = instance.plan
    #expect(plan.saving >= (Money(115) + Money(95).times(Rate(units: 10_000_000_000))))
    #expect(plan.bound < plan.cost)
    StorageInvariantTests.check(plan, of: instance, seed: 0)
  }

  @Test("Each size of the curve saves what its own plans do, and a larger one no less")
  func sizing() {
    let first = StorageInstance(seed: 7)
    let sizes = [100, 200, 400, 800].map {
      Battery(capacity: Energy(kilowattHours: $0), power: Power($0 / 2))
    }
    let points = StorageSizing.curve(
      sizes, problems: [first.problem, first.problem.with(.none)], profile: first.profile)
    #expect(points.map(\.battery) == sizes)
    for point in points {
      let plans = [first.problem, first.problem.with(.none)].map {
        StorageDispatch(problem: $0, profile: first.profile, battery: point.battery).plan()
      }
      #expect(point.saving == plans[0].saving + plans[1].saving)
      #expect(point.saving > .zero)
      #expect(point.saving <= point.mostSaving)
    }
    #expect(zip(points, points.dropFirst()).allSatisfy { $0.saving <= $1.mostSaving })
  }
}
