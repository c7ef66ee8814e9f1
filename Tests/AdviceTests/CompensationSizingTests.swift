import Quantities
import TestSupport
import Testing
import Use

@testable import Advice

@Suite("A bank is as large as the worst month needs, and no larger")
struct CompensationSizingTests {
  private func factor(_ hundredths: Int) throws -> PowerFactor {
    try #require(PowerFactor(hundredths: hundredths))
  }

  @Test("100000 kWh and 80000 kvarh in April reach 0.90 with 42 kvar, or nine steps of 5 kvar")
  func readings() throws {
    // 0.895 counts as 0.90: Q ≤ 100 000 × √(1 ÷ 0.895² − 1) = 49 839.78; 30 160.22 ÷ 720 = 41.889
    let use = MeteredUse.readings([try Plant.reading(100_000, forward: 80_000)])
    let size = try CompensationSizing(
      use, of: Plant.account, target: try factor(90), step: Power(1))
    #expect(size.steps == 42)
    #expect(size.bank == CapacitorBank(kvar: Power(42), steps: 42))
    #expect(size.months.map(\.before) == [try factor(78)])
    #expect(size.months.map(\.after) == [try factor(90)])
    let steps = try CompensationSizing(
      use, of: Plant.account, target: try factor(90), step: Power(5))
    #expect(steps.steps == 9)
  }

  @Test("34610 kvarh on 100000 kWh are 0.945003, which is 0.95 already; 34620 need one kvar")
  func halfUp() throws {
    func steps(_ kvarh: Int) throws -> Int {
      try CompensationSizing(
        .readings([try Plant.reading(100_000, forward: kvarh)]), of: Plant.account,
        target: try factor(95), step: Power(1)
      ).steps
    }
    #expect(try steps(34_610) == 0)
    #expect(try steps(34_620) == 1)
    let none = try CompensationSizing(
      .readings([try Plant.reading(100_000, forward: 0)]), of: Plant.account,
      target: try factor(95), step: Power(1))
    #expect(none.bank == nil)
  }

  @Test("With 60000 kvarh fed back 0.86 is the most there is")
  func unreachable() throws {
    let use = MeteredUse.readings([
      try Plant.reading(100_000, forward: 1000, reverse: 60_000),
      try Plant.reading(100_000, forward: 90_000, month: "2026-05"),
    ])
    // 100 000 ÷ √(100 000² + 60 000²) = 0.857
    let shortfall = CompensationProblem.Shortfall(
      month: try #require(Month(iso: "2026-04")), reachable: try factor(86))
    #expect(throws: CompensationProblem.unreachable([shortfall])) {
      try CompensationSizing(use, of: Plant.account, target: factor(90), step: Power(1))
    }
  }

  @Test("Without reactive energy, use or a step nothing is sized, and it is told why")
  func problems() throws {
    let april = try #require(Month(iso: "2026-04"))
    let target = try factor(90)
    #expect(throws: CompensationProblem.noReactive(april)) {
      try CompensationSizing(
        .readings([try Plant.reading(1)]), of: Plant.account, target: target, step: Power(1))
    }
    #expect(throws: CompensationProblem.noUse) {
      try CompensationSizing(
        .readings([try Plant.reading(0, forward: 0)]), of: Plant.account, target: target,
        step: Power(1))
    }
    #expect(throws: CompensationProblem.noStep(.zero)) {
      try CompensationSizing(.readings([]), of: Plant.account, target: target, step: .zero)
    }
  }

  @Test("Any number of steps gives the power factor that the bank gives, interval by interval")
  func stepped() throws {
    let seed: UInt64 = 215
    var random = SplitMix64(seed: seed)
    let step = Power(5)
    for round in 0..<20 {
      // 5 kvar over 900 s are 4.5 × 10⁹ mvar·s: up to 222 steps, some intervals below zero.
      let flows = (0..<96).map { _ in
        CapacitorBank.Flows(
          forward: Int128(Int64.random(in: -10_000_000_000...1_000_000_000_000, using: &random)),
          reverse: Int128(Int64.random(in: 0...2_000_000_000, using: &random)))
      }
      let month = ReactiveMonth(
        month: try #require(Month(iso: "2026-04")),
        active: Energy(millijoules: 40_000_000_000_000),
        reactive: .intervals(flows, seconds: 900))
      let stepped = SteppedMonth(month, step: step)
      #expect(stepped.most == Int((flows.map(\.forward).max() ?? 0) / 4_500_000_000))
      for count in [0, 1, 2, 7, 50, 120, 221, 400] {
        let bank = CompensationSizing.bank(count, of: step)
        #expect(
          stepped.powerFactor(steps: count) == month.powerFactor(with: bank),
          "seed \(seed), round \(round), \(count) steps")
      }
    }
  }

  @Test("With intervals one step fewer misses the target in some month, and the bank reaches it")
  func minimal() throws {
    let seed: UInt64 = 1983
    var random = SplitMix64(seed: seed)
    var sized = 0
    for round in 0..<40 {
      let note: Comment = "seed \(seed), round \(round)"
      // Two months' ends: 27 April to 4 May, by hours.
      let count = 8 * 24
      let kW = (0..<count).map { _ in "\(Int.random(in: 20...300, using: &random))" }
      let kvar = (0..<count).map { _ in "\(Int.random(in: 0...250, using: &random))" }
      let back = (0..<count).map { _ in "\(Int.random(in: 0...6, using: &random))" }
      let use = MeteredUse.intervals(
        try Plant.profile("2026-04-27", seconds: 3600, kW: kW, kvar: kvar, back: back))
      let target = try factor(Int.random(in: 85...98, using: &random))
      let step = Power(Int.random(in: 1...30, using: &random))
      func worst(_ steps: Int) throws -> PowerFactor {
        let bank = CapacitorBank(kvar: Power(units: step.units * Int128(steps)), steps: steps)
        let used = steps == 0 ? use : bank.apply(to: use, of: Plant.account)
        let months = try ReactiveMonth.months(of: used, account: Plant.account)
        return try #require(months.compactMap { $0.powerFactor() }.min())
      }
      guard
        let size = try? CompensationSizing(use, of: Plant.account, target: target, step: step)
      else {
        // Even far more steps do not reach it.
        #expect(try worst(500) < target, note)
        continue
      }
      #expect(try worst(size.steps) >= target, note)
      #expect(try worst(size.steps) == size.months.map(\.after).min(), note)
      guard size.steps > 0 else { continue }
      sized += 1
      #expect(try worst(size.steps - 1) < target, note)
    }
    #expect(sized > 10)
  }

  @Test("25000 kvarh drawn and 5000 fed back are 0.80; nothing fed back would be 0.85 (case 4)")
  func overCompensation() throws {
    let use = MeteredUse.readings([
      try Plant.reading(40_000, forward: 25_000, reverse: 5000),
      try Plant.reading(40_000, forward: 25_000, month: "2026-05"),
    ])
    let found = try OverCompensation(use, of: Plant.account)
    // 40 000 ÷ √(40 000² + 25 000²) = 0.848
    let month = try #require(found.months.first)
    #expect(found.months.count == 1)
    #expect(month.powerFactor == (try factor(80)))
    #expect(month.withoutReverse == (try factor(85)))
    #expect(month.lost == 5)
    #expect(month.share == Rate(Quantity(1), over: Quantity(6)))
    #expect(month.when == .unknown)
  }

  @Test("Nights of 10 kW feed back at light load, an hour of 100 kW does not")
  func lightLoad() throws {
    // Mean load 55 kW, light up to 27.5 kW.
    let day = Array(repeating: "10", count: 12) + Array(repeating: "100", count: 12)
    let back = Array(repeating: "5", count: 13) + Array(repeating: "0", count: 11)
    let profile = try Plant.profile(
      seconds: 3600, kW: day, kvar: Array(repeating: "0", count: 24), back: back)
    let found = try OverCompensation(.intervals(profile), of: Plant.account)
    #expect(
      found.months.map(\.when) == [.intervals(feedingBack: 13, atLightLoad: 12, of: 24)])
    #expect(found.months.map(\.reverse) == [Energy(kilowattHours: 65)])
  }
}
