import Quantities
import Testing
import Use

@testable import Advice

@Suite("Flexible load and a battery are planned together")
struct FlexibleDispatchTests {
  static func number(_ money: Money) -> Double { StorageReference.number(money) }

  @Test(
    "120 seeded loads: bound and cost equal another programme's optimum to a millionth, limits kept"
  )
  func optimum() throws {
    var better = 0
    for seed in UInt64(0)..<120 {
      let instance = FlexibleInstance(seed: seed)
      let plan = try instance.plan()
      let least = try #require(instance.leastCost, "seed \(seed)")
      let close = 1e-6 * max(1, least)
      let (bound, cost) = (Self.number(plan.storage.bound), Self.number(plan.storage.cost))
      #expect(abs(bound - least) < close, "seed \(seed): \(bound), \(least)")
      #expect(abs(cost - least) < close, "seed \(seed): \(cost), \(least)")
      #expect(plan.storage.bound <= plan.storage.cost, "seed \(seed)")
      #expect(plan.storage.cost <= plan.costApart, "seed \(seed)")
      #expect(plan.costApart <= plan.storage.presentCost, "seed \(seed)")
      if Self.number(plan.costApart) - cost > close { better += 1 }
      Self.check(plan, of: instance, seed: seed)
      let flexibility = try LoadFlexibility(
        problem: instance.problem, profile: instance.storage.profile, shift: instance.shift,
        battery: instance.storage.battery)
      let alone = Self.number(flexibility.least(under: instance.problem.demand))
      #expect(abs(alone - least) < close, "seed \(seed): \(alone), \(least)")
    }
    // One after the other is dearer by more than a millionth on many of them.
    #expect(better >= 10, "\(better) loads")
  }

  /// Limits, levels and the energy of every group, in whole millijoules.
  static func check(_ plan: FlexiblePlan, of instance: FlexibleInstance, seed: UInt64) {
    let before = instance.load
    let seconds = Int128(instance.problem.intervalSeconds)
    for group in instance.groups {
      func sum(_ load: [Int64]) -> Int128 {
        group.reduce(0) { load[$1] == LoadProfile.missing ? $0 : $0 + Int128(load[$1]) }
      }
      #expect(sum(plan.load) == sum(before), "seed \(seed), group \(group)")
    }
    for (index, (old, new)) in zip(before, plan.load).enumerated() {
      guard old != LoadProfile.missing else {
        #expect(new == LoadProfile.missing, "seed \(seed), interval \(index)")
        continue
      }
      // (1 − share) × old ≤ new, without division.
      #expect(
        Int128(new) * Rate.unitsPerOne >= Int128(old) * (Rate.one - instance.shift.share).units,
        "seed \(seed), interval \(index)")
      if let limit = instance.shift.addedLimit {
        #expect(Int128(new) - Int128(old) <= limit.units * seconds, "seed \(seed), \(index)")
      }
      if let ceiling = instance.shift.ceiling {
        #expect(Int128(new) <= ceiling.units * seconds, "seed \(seed), interval \(index)")
      }
    }
    var shifted = instance.storage
    shifted.profile.active = plan.load
    StorageInvariantTests.check(plan.storage, of: shifted, seed: seed)
  }

  @Test("A third of the intervals at −0.20, 40 seeded loads: limits kept, never worse than apart")
  func negativePrices() throws {
    for seed in UInt64(0)..<60 {
      var instance = FlexibleInstance(seed: seed)
      let problem = instance.problem
      instance.storage.problem = PeriodProblem(
        month: problem.month, positions: problem.positions, days: problem.days,
        intervalSeconds: problem.intervalSeconds, blockLength: problem.blockLength,
        prices: problem.prices.enumerated().map { $0 % 3 == 1 ? -200_000_000_000 : $1 },
        demand: problem.demand)
      let plan = try instance.plan()
      #expect(plan.storage.bound <= plan.storage.cost, "seed \(seed)")
      #expect(plan.storage.cost <= plan.costApart, "seed \(seed)")
      Self.check(plan, of: instance, seed: seed)
    }
  }

  /// Two hours at 0.30, the rest at 1.00; 100 kW all day, and demand above 160 kW costs 10,000.
  private static func cheapNight(_ shift: FlexibleShift, _ battery: Battery) -> FlexibleInstance {
    FlexibleInstance(
      StorageInstance(
        kilowatts: Array(repeating: 100, count: 24), perDay: 24,
        prices: (0..<24).map { $0 < 2 ? 300_000_000_000 : 1_000_000_000_000 },
        demand: DemandCost(pieces: [
          .init(from: .zero, cost: .zero, slope: .zero),
          .init(from: Power(160), cost: Money(10_000), slope: .zero),
        ]), battery: battery), shift)
  }

  @Test("60 kW of room at night save 0.70 a kWh by moving, 0.60 by a battery: moving has it all")
  func sharesRoom() throws {
    // Room for 2 × 60 kWh. Moved: 120 × 0.70 = 84. Nothing is left for the battery, and nothing
    // should be: a kilowatt-hour it draws replaces 0.9, so 0.90 − 0.30 = 0.60.
    let battery = Battery(capacity: Energy(kilowattHours: 200), power: Power(60))
    let instance = Self.cheapNight(FlexibleShift(share: .one), battery)
    let plan = try instance.plan()
    #expect(plan.storage.saving.text(digits: 2) == "84.00")
    // With 10 kW that may be added at most, the battery has the other 50 kW: 20 × 0.70 + 100 × 0.60.
    let limited = Self.cheapNight(FlexibleShift(share: .one, addedLimit: Power(10)), battery)
    #expect(try limited.plan().storage.saving.text(digits: 2) == "74.00")
  }

  @Test("Down to a contract of 100 kW neither comes alone: apart 0.00 are saved, together 1,000.00")
  func together() throws {
    // 50 kW all day but for one hour of 200 kW, at one price: a quarter of that hour may leave it,
    // and the battery serves 50 kW of the 150 kW that stay. With one of them it costs 1,000 still.
    var kilowatts = Array(repeating: 50, count: 24)
    kilowatts[10] = 200
    let storage = StorageInstance(
      kilowatts: kilowatts, perDay: 24, prices: Array(repeating: 500_000_000_000, count: 24),
      demand: DemandCost(pieces: [
        .init(from: .zero, cost: .zero, slope: .zero),
        .init(from: Power(100), cost: Money(1_000), slope: .zero),
      ]),
      battery: Battery(
        capacity: Energy(kilowattHours: 50), power: Power(50), roundTripEfficiency: .one))
    let quarter = FlexibleShift(share: Rate(units: Rate.unitsPerOne / 4))
    let plan = try FlexibleInstance(storage, quarter).plan()
    #expect(plan.costApart == plan.storage.presentCost)
    #expect(plan.storage.saving.text(digits: 2) == "1000.00")
    #expect(storage.problem.highestDemand(of: plan.load) == Power(150))
    #expect(storage.problem.highestDemand(of: plan.storage.netLoad) == Power(100))
  }

  @Test("The ceiling holds the load itself, not what the battery draws")
  func ceiling() throws {
    // Nothing fits under a ceiling of 100 kW where 100 kW are drawn already; the battery charges
    // 2 × 50 kWh at night, of which 0.9 replace energy at 1.00: 90 − 30.
    var instance = Self.cheapNight(
      FlexibleShift(share: .one, ceiling: Power(100)),
      Battery(capacity: Energy(kilowattHours: 200), power: Power(50)))
    #expect(try instance.plan().storage.saving.text(digits: 2) == "60.00")
    #expect(try instance.plan().load == instance.load)
    instance.shift = FlexibleShift(share: .one, ceiling: Power(99))
    #expect(throws: LeverProblem.self) { try instance.plan() }
  }

  @Test(
    "A day of 23 hours and a missing hour: energy kept in each day, nothing in the missing hour")
  func clockChange() throws {
    // The first day loses its first hour; values and prices of the others stay as they were.
    var instance = FlexibleInstance(seed: 4)
    let problem = instance.problem
    let first = problem.days[0].count
    let count = problem.positions.count - 1
    let days = problem.days.enumerated().map { number, day in
      number == 0
        ? 0..<(first - 1) : (day.lowerBound - 1)..<(day.upperBound - 1)
    }
    var values = Array(instance.load.dropFirst())
    values[30] = LoadProfile.missing
    instance.storage.profile = LoadProfile(
      firstDay: StorageInstance.month.firstDay, intervalSeconds: problem.intervalSeconds,
      active: values,
      clockChanges: [
        ClockChange(date: StorageInstance.month.firstDay, interval: 2, extraIntervals: -1)
      ])
    instance.storage.problem = PeriodProblem(
      month: problem.month, positions: 0..<count, days: days,
      intervalSeconds: problem.intervalSeconds, blockLength: 1,
      prices: Array(problem.prices.dropFirst()), demand: problem.demand)
    #expect(instance.groups.map(\.count).reduce(0, +) == count)
    let plan = try instance.plan()
    #expect(plan.storage.cost < plan.storage.presentCost)
    #expect(plan.load[30] == LoadProfile.missing && plan.storage.netLoad[30] == LoadProfile.missing)
    Self.check(plan, of: instance, seed: 4)
  }

  @Test(
    "Billed, the shift's part and the battery's add up and save no less than one after the other",
    arguments: ShiftCase.Terms.allCases)
  func billed(terms: ShiftCase.Terms) throws {
    let battery = Battery(capacity: Energy(kilowattHours: 300), power: Power(100))
    for seed in UInt64(1)...2 {
      let item = try ShiftCase(terms, seed: seed)
      let levers: [Lever] = [.storage(battery), .shiftFlexible(item.shift)]
      let together = try WhatIf(item.subject, levers: levers)
      #expect(together.levers.map(\.lever.name) == ["shift-flexible", "storage"])
      #expect(
        together.levers.reduce(Money.zero) { $0 + $1.saving } == together.saving, "seed \(seed)")
      let problem = try #require(try item.subject.problems().first)
      let plan = try FlexibleDispatch(
        problem: problem, profile: item.profile, shift: item.shift, battery: battery
      ).plan()
      guard case .intervals(let result) = together.result.use else {
        Issue.record("\(terms), seed \(seed): no intervals")
        continue
      }
      #expect(result.active == plan.storage.netLoad, "\(terms), seed \(seed)")
      var moved = item.profile
      moved.active = plan.load
      var subject = item.subject
      subject.use = .intervals(moved)
      let part = try item.subject.bills().total - subject.bills().total
      #expect(together.levers.first?.saving == part, "\(terms), seed \(seed)")
      let shifted = try WhatIf(item.subject, levers: [.shiftFlexible(item.shift)])
      let apart = try WhatIf(shifted.result, levers: [.storage(battery)])
      // Registers in whole kilowatt-hours at about 1 CNY, and lines in fen, of two bills.
      #expect(
        together.saving > shifted.saving + apart.saving - Money(8),
        "\(terms), seed \(seed): \(together.saving), \(shifted.saving), \(apart.saving)")
    }
  }

  @Test("Without a battery or without a shift, the least is what each alone comes to, on 20 loads")
  func alone() throws {
    for seed in UInt64(0)..<30 {
      let instance = FlexibleInstance(seed: seed)
      let (problem, profile) = (instance.problem, instance.storage.profile)
      func least(_ shift: FlexibleShift?, _ battery: Battery?) throws -> LoadFlexibility {
        try LoadFlexibility(problem: problem, profile: profile, shift: shift, battery: battery)
      }
      let search = try LoadShift.search(problem, profile, instance.shift)
      let shift = try least(instance.shift, nil)
      #expect(shift.isExact)
      #expect(
        shift.least(under: problem.demand) - shift.presentEnergyCost
          == search.best.cost - search.presentEnergyCost, "seed \(seed)")
      let storage = try least(nil, instance.storage.battery)
      #expect(!storage.isExact)
      let plan = instance.storage.plan
      #expect(
        abs(Self.number(storage.least(under: problem.demand)) - Self.number(plan.bound))
          < 1e-6 * max(1, Self.number(plan.bound)), "seed \(seed)")
      let nothing = try least(nil, nil)
      #expect(nothing.least(under: problem.demand) == problem.cost(of: instance.load))
      #expect(nothing.least(under: .none) == nothing.presentEnergyCost)
    }
  }
}
