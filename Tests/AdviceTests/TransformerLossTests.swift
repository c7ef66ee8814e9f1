import Quantities
import TestSupport
import Testing
import Use

@testable import Advice

@Suite("Losses of transformers follow P0 + Pk × (S ÷ Sn)²")
struct TransformerLossTests {
  @Test("320 kVA at 256 kVA loses 5.868 kW and 31.616 kvar (worked case 29)")
  func case29() throws {
    // 1.9 + 6.2 × 0.8² = 5.868; 0.07 × 320 + 0.045 × 320 × 0.64 = 22.4 + 9.216
    let unit = try Plant.unit(320, p0: "1.9", pk: "6.2", i0: "7", uk: "4.5")
    let lost = try TransformerLoss([unit]).power(active: Power(256), reactive: nil)
    #expect(try lost.active == Power("5.868"))
    #expect(try lost.reactive == Power("31.616"))
  }

  @Test("204.8 kW at a power factor of 0.80 is a load of 256 kVA, metered or assumed")
  func apparent() throws {
    // 204.8 ÷ 0.8 = 256; √(256² − 204.8²) = 153.6
    let unit = try Plant.unit(320, p0: "1.9", pk: "6.2", i0: "7", uk: "4.5")
    let factor = try #require(PowerFactor(hundredths: 80))
    let assumed = try TransformerLoss([unit], assumed: .powerFactor(factor))
      .power(active: Power("204.8"), reactive: nil)
    let metered = try TransformerLoss([unit])
      .power(active: Power("204.8"), reactive: Power("-153.6"))
    #expect(try assumed.active == Power("5.868"))
    #expect(try metered.active == Power("5.868"))
    #expect(try metered.reactive == Power("31.616"))
  }

  @Test("0.325 kW over the 720 hours of April are 234 kWh, load or none (worked case 27)")
  func case27() throws {
    let unit = try Plant.unit(200, p0: "0.325", pk: "0")
    let loss = try TransformerLoss([unit])
    let months = loss.months(
      of: .intervals(try Plant.even("64", days: 30)), account: Plant.account)
    #expect(months.map(\.lost.active) == [Energy(kilowattHours: 234)])
    #expect(months.map(\.basis) == [.intervals(counted: 2880, missing: 0)])
    let reading = try Plant.reading(46_080)
    #expect(
      loss.months(of: .readings([reading]), account: Plant.account).map(\.lost.active)
        == [Energy(kilowattHours: 234)])
  }

  @Test("1000 and 630 kVA side by side at half their rating lose 1.96 + 16.5 ÷ 4 kW")
  func parallel() throws {
    let units = try TransformerSet("1000+630").singleUnits(as: .s11)
    let lost = try TransformerLoss(units).power(active: Power(815), reactive: nil)
    #expect(try lost.active == Power("6.085"))
    // Each carries half its own rating: 1.15 + 10.3 ÷ 4 and 0.81 + 6.2 ÷ 4.
    let first = try TransformerLoss([units[0]]).power(active: Power(500), reactive: nil).active
    let second = try TransformerLoss([units[1]]).power(active: Power(315), reactive: nil).active
    #expect(first + second == lost.active)
  }

  @Test("Hot standby loses P0 only, cold standby nothing, of interlocked units the largest runs")
  func standby() throws {
    let running = try Plant.unit("A", 1000, p0: "1", pk: "10", group: 0)
    let smaller = try Plant.unit("B", 500, p0: "0.7", pk: "5", group: 0)
    let hot = try Plant.unit("C", 1000, p0: "2", pk: nil, group: 1, standby: .hot)
    let cold = InstalledUnit(id: "D", capacity: Power(1000), group: 2, standby: .cold)
    let lost = try TransformerLoss([smaller, running, hot, cold])
      .power(active: Power(500), reactive: nil)
    // 1 + 10 × 0.25 + 2
    #expect(try lost.active == Power("5.5"))
    #expect(throws: TransformerProblem.noUnits) { try TransformerLoss([hot, cold]) }
    let bare = InstalledUnit(id: "E", capacity: Power(100), group: 3)
    #expect(throws: TransformerProblem.missingLosses(unit: "E")) { try TransformerLoss([bare]) }
    let still = try Plant.unit("F", 100, p0: "1", pk: nil)
    #expect(throws: TransformerProblem.missingLoadLoss(unit: "F")) {
      try TransformerLoss([still])
    }
  }

  @Test("A load that is twice its mean half the time loses twice the copper its readings tell")
  func formFactor() throws {
    let loss = try TransformerLoss([Plant.unit(100, p0: "0", pk: "4")])
    let days = Array(
      repeating: Array(repeating: "100", count: 48) + Array(repeating: "0", count: 48),
      count: 30
    ).flatMap { $0 }
    let profile = try Plant.profile(kW: days)
    let byInterval = loss.months(of: .intervals(profile), account: Plant.account)
    let byReading = loss.months(of: .readings([try Plant.reading(36_000)]), account: Plant.account)
    // 4 kW half the time: 1440 kWh; 50 kW all the time: 4 × 0.25 × 720 = 720 kWh.
    #expect(byInterval.map(\.lost.active) == [Energy(kilowattHours: 1440)])
    #expect(byReading.map(\.lost.active) == [Energy(kilowattHours: 720)])
    #expect(byReading.map(\.basis) == [.meanLoad])
  }

  @Test("Nothing is counted for intervals without a value, and they are told")
  func missing() throws {
    var profile = try Plant.even("0", days: 1)
    profile.active[3] = LoadProfile.missing
    let months = try TransformerLoss([Plant.unit(100, p0: "4", pk: "4")])
      .months(of: .intervals(profile), account: Plant.account)
    #expect(months.map(\.lost.active) == [Energy(kilowattHours: 95)])
    #expect(months.map(\.basis) == [.intervals(counted: 95, missing: 1)])
  }

  @Test("A month from reading day to reading day takes the intervals of its own days")
  func readingDay() throws {
    var account = Plant.account
    account.readingDay = 11
    let months = try TransformerLoss([Plant.unit(100, p0: "1", pk: "1")])
      .months(of: .intervals(try Plant.even("0", days: 30)), account: account)
    #expect(months.map(\.month.description) == ["2026-04", "2026-05"])
    #expect(months.map(\.lost.active) == [240, 480].map { Energy(kilowattHours: $0) })
  }

  @Test("More load never loses less, and a load of 10¹⁰ kWh a month does not overflow")
  func monotone() throws {
    let seed: UInt64 = 20_261_122
    var random = SplitMix64(seed: seed)
    for _ in 0..<2000 {
      let unit = InstalledUnit(
        id: "T", capacity: Power(units: Int128.random(in: 1...250_000_000_000, using: &random)),
        group: 0,
        losses: InstalledUnit.Losses(
          noLoad: Power(units: Int128.random(in: 0...200_000_000, using: &random)),
          load: Power(units: Int128.random(in: 0...1_000_000_000, using: &random)),
          noLoadCurrent: nil, shortCircuitVoltage: nil))
      let loss = try TransformerLoss([unit])
      // Up to ten times the rating over a quarter of an hour.
      let most = unit.capacity.units * 9000
      let p = Int128.random(in: 0...most, using: &random)
      let q = Int128.random(in: 0...most, using: &random)
      let more = Int128.random(in: 0...most, using: &random)
      func lost(_ p: Int128, _ q: Int128) -> Energy {
        loss.energy(
          active: Energy(millijoules: p), reactive: Energy(millijoules: q), seconds: 900
        ).active
      }
      #expect(lost(p + more, q) >= lost(p, q), "seed \(seed)")
      #expect(lost(p, q + more) >= lost(p, q), "seed \(seed)")
      #expect(lost(p, -q) == lost(p, q), "seed \(seed)")
    }
    let huge = try Plant.unit(1_000_000, p0: "0", pk: "1")
    let month = Energy(kilowattHours: 9_999_999_999)
    let lost = try TransformerLoss([huge]).energy(
      active: month, reactive: month, seconds: 2_592_000)
    // (9 999 999 999 ÷ 720 ÷ 10⁶)² × 2 × 720 kWh ≈ 277 777.777…
    #expect(lost.active.quantity.text(digits: 2) == "277777.78")
  }
}
