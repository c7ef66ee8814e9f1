import Quantities
import Testing
import Use

@testable import Advice

@Suite("Batches are put where energy and demand together cost least")
struct BatchScheduleTests {
  @Test("200 seeded loads: the plan is optimal and costs what full enumeration finds, to 10⁻²¹")
  func enumeration() throws {
    for seed in UInt64(0)..<200 {
      let instance = BatchInstance(seed: seed)
      let plan = try instance.plan()
      #expect(plan.outcome == .optimal, "seed \(seed)")
      #expect(plan.cost == instance.leastCost, "seed \(seed)")
      #expect(plan.cost <= plan.presentCost, "seed \(seed)")
      Self.check(plan, of: instance, seed: seed)
    }
  }

  /// The plan's load is what its starts make of the load, and each start keeps to the window.
  static func check(_ plan: BatchPlan, of instance: BatchInstance, seed: UInt64) {
    let first = StorageInstance.month.firstDay
    for day in instance.problem.days.indices {
      let runs = plan.runs.filter { $0.date == first.adding(days: day) }
      let starts = instance.batches.map { batch in
        runs.first { $0.batch == batch.name }.map { $0.start.minutes / 60 }
      }
      for (batch, start) in zip(instance.batches, starts) {
        #expect(instance.starts(of: batch, day: day).contains(start), "seed \(seed), day \(day)")
      }
      let load = instance.load(ofDay: day, starts: starts)
      #expect(load == Array(plan.load[instance.problem.days[day]]), "seed \(seed), day \(day)")
    }
    #expect(plan.cost == instance.problem.cost(of: plan.load), "seed \(seed)")
    #expect(plan.presentCost == instance.problem.cost(of: instance.load), "seed \(seed)")
  }

  @Test(
    "Stopped after 0 to 40 placements, a plan is never worse than today nor further off than told")
  func gaps() throws {
    var stopped = 0
    for seed in UInt64(0)..<200 {
      let instance = BatchInstance(seed: seed)
      let plan = try instance.plan(nodes: Int(seed % 41))
      let least = instance.leastCost
      #expect(plan.cost <= plan.presentCost, "seed \(seed)")
      Self.check(plan, of: instance, seed: seed)
      switch plan.outcome {
      case .optimal: #expect(plan.cost == least, "seed \(seed)")
      case .gap(let gap):
        stopped += 1
        #expect(gap > .zero && plan.cost - gap <= least, "seed \(seed): \(plan.cost), gap \(gap)")
      }
    }
    #expect(stopped > 10)
  }

  static func furnace(
    power: Int = 100, hours: Int = 2, from: Int = 0, to: Int = 24, at start: Int = 9,
    days: BatchDays = .everyDay, name: String = "furnace"
  ) -> Batch {
    Batch(
      name: name, power: Power(power), minutes: hours * 60,
      window: BatchInstance.time(from)..<BatchInstance.time(to), days: days,
      presentStart: BatchInstance.time(start))
  }

  static func schedule(
    _ batches: [Batch], kilowatts: [Int], demand: DemandCost = .none, missing: Set<Int> = [],
    perDay: Int = 24
  ) -> BatchSchedule {
    let prices = (0..<kilowatts.count).map {
      ($0 % perDay * 24 / perDay) < 8 ? Int64(300_000_000_000) : 1_000_000_000_000
    }
    let instance = StorageInstance(
      kilowatts: kilowatts, perDay: perDay, prices: prices, demand: demand,
      battery: Battery(capacity: .zero, power: .zero), missing: missing)
    return BatchSchedule(problem: instance.problem, profile: instance.profile, batches: batches)
  }

  @Test("200 kWh from 1.00 to 0.30: 140.00 a day")
  func oneFurnace() throws {
    let plan = try Self.schedule([Self.furnace()], kilowatts: Array(repeating: 300, count: 48))
      .plan()
    #expect(plan.saving == Money(280))
    #expect(plan.runs.map(\.start.description) == ["00:00", "00:00"])
  }

  @Test("On weekdays only: of Thursday to Sunday, two days save 140.00 each")
  func weekdays() throws {
    let plan = try Self.schedule(
      [Self.furnace(days: .weekdays)], kilowatts: Array(repeating: 300, count: 96)
    ).plan()
    #expect(plan.saving == Money(280))
    #expect(plan.runs.map(\.date.description) == ["2026-01-01", "2026-01-02"])
  }

  @Test("Two furnaces of 100 kW do not meet at night where a kilowatt costs 40 and 300 are free")
  func demandKeepsApart() throws {
    // 200 kW of base load: one furnace at a time reaches 300 kW. Eight cheap hours hold both.
    var kilowatts = Array(repeating: 200, count: 24)
    for hour in 9..<12 { kilowatts[hour] += 100 }
    for hour in 12..<15 { kilowatts[hour] += 100 }
    let plan = try Self.schedule(
      [Self.furnace(hours: 3, name: "first"), Self.furnace(hours: 3, at: 12, name: "second")],
      kilowatts: kilowatts,
      demand: DemandCost(pieces: [
        .init(from: .zero, cost: .zero, slope: .zero),
        .init(from: Power(300), cost: .zero, slope: Price(40)),
      ])
    ).plan()
    // 600 kWh × 0.70.
    #expect(plan.saving == Money(420))
    #expect(plan.load.max() == Int64(300) * 3_600_000_000)
  }

  @Test("A day with a hole in the present run is left alone; another hole is only stepped around")
  func holes() throws {
    let load = Array(repeating: 300, count: 48)
    let plan = try Self.schedule([Self.furnace()], kilowatts: load, missing: [10, 24]).plan()
    #expect(plan.runs.map(\.date.description) == ["2026-01-02"])
    #expect(plan.runs.map(\.start.description) == ["01:00"])
    #expect(plan.saving == Money(140))
    #expect(plan.load[10] == LoadProfile.missing && plan.load[24] == LoadProfile.missing)
  }

  @Test("On a day whose clock is changed a batch stays where it is")
  func clockChange() throws {
    let month = StorageInstance.month
    let profile = LoadProfile(
      firstDay: month.firstDay, intervalSeconds: 3_600,
      active: Array(repeating: 300 * 3_600_000_000, count: 47),
      clockChanges: [ClockChange(date: month.firstDay, interval: 2, extraIntervals: -1)])
    let problem = PeriodProblem(
      month: month, positions: 0..<47, days: [0..<23, 23..<47], intervalSeconds: 3_600,
      blockLength: 1, prices: (0..<47).map { Int64($0) * 1_000_000_000 }, demand: .none)
    let plan = try BatchSchedule(problem: problem, profile: profile, batches: [Self.furnace()])
      .plan()
    #expect(plan.runs.map(\.date.description) == ["2026-01-02"])
    #expect(plan.load[..<23] == profile.active[..<23])
  }

  @Test("Half an hour does not fit intervals of an hour, nor does a start at 9:30")
  func wholeIntervals() {
    let load = Array(repeating: 300, count: 24)
    let fault = BatchFault.notWholeIntervals(batch: "kiln", intervalSeconds: 3_600)
    for (minutes, start) in [(90, 540), (120, 570)] {
      let batch = Batch(
        name: "kiln", power: Power(10), minutes: minutes,
        window: .midnight..<ClockTime.endOfDay,
        presentStart: ClockTime(minutes: start) ?? .midnight)
      #expect(throws: fault) { try Self.schedule([batch], kilowatts: load).plan() }
    }
  }

  @Test("A present run before or beyond its window is a fault; one that fills it is none")
  func window() throws {
    let load = Array(repeating: 300, count: 24)
    for (from, to) in [(10, 24), (0, 10)] {
      #expect(throws: BatchFault.presentOutsideWindow(batch: "furnace")) {
        try Self.schedule([Self.furnace(from: from, to: to)], kilowatts: load).plan()
      }
    }
    let plan = try Self.schedule([Self.furnace(from: 9, to: 11)], kilowatts: load).plan()
    #expect(plan.saving == .zero)
    #expect(plan.runs.map(\.start.description) == ["09:00"])
  }

  @Test("Two batches of 100 kW in 150 kW at 10:00 cannot be: told with the time and both powers")
  func notInLoad() {
    var load = Array(repeating: 300, count: 24)
    load[10] = 150
    let at = LocalTime(date: StorageInstance.month.firstDay, second: 36_000)
    #expect(
      throws: BatchFault.notInLoad(batch: "second", at: at, load: Power(150), batches: Power(200))
    ) {
      try Self.schedule(
        [Self.furnace(name: "first"), Self.furnace(name: "second")], kilowatts: load
      ).plan()
    }
  }
}
