import Quantities
import Testing
import Use

@testable import Advice

@Suite("Findings about transformers, metering and reactive energy, with their figures")
struct FindingPlantTests {
  private typealias Cases = FindingCases

  @Test("500 kVA in hot standby cost 20 × 500 in each of three months: 30 000")
  func standby() throws {
    let hot = try Cases.subject {
      $0.transformers = try TransformerSet("1000+500(hot)")
      $0.basicCharge = .capacity
    }
    let finding = try #require(try Cases.finding(.standbyCharged, hot))
    #expect(finding.severity == .saving)
    #expect(finding.value("standby_kva") == .power(Power(500)))
    #expect(finding.value("capacity_sealed_kva") == .power(Power(1000)))
    #expect(finding.value("saving") == .money(Money(30_000)))
  }

  @Test("Listed one by one the unit costs the same; sealed, or by actual demand, it costs nothing")
  func standbyElsewhere() throws {
    func subject(
      _ standby: TransformerSet.Standby, _ method: BasicChargeMethod
    ) throws -> AccountCase {
      try Cases.subject {
        $0.units = [
          InstalledUnit(id: "T1", capacity: Power(1000), group: 0),
          InstalledUnit(id: "T2", capacity: Power(500), group: 1, standby: standby),
        ]
        $0.basicCharge = method
      }
    }
    let finding = try #require(try Cases.finding(.standbyCharged, try subject(.hot, .capacity)))
    #expect(finding.value("saving") == .money(Money(30_000)))
    #expect(try Cases.finding(.standbyCharged, try subject(.cold, .capacity)) == nil)
    #expect(try Cases.finding(.standbyCharged, try subject(.none, .capacity)) == nil)
    #expect(try Cases.finding(.standbyCharged, try subject(.hot, .actualDemand)) == nil)
  }

  @Test("600 kW in February and March spare the 630 kVA: two months at 20 × 630 are 25 200")
  func pause() throws {
    // 600 kW at 0.9119 are 658 kVA, 65.8 % of 1000; 1000 kW need both.
    let change: (inout Account) throws -> Void = {
      $0.transformers = try TransformerSet("1000+630")
      $0.basicCharge = .capacity
    }
    let finding = try #require(
      try Cases.finding(
        .pausePossible, try Cases.subject(Cases.readings([1000, 600, 600]), change))
    )
    #expect(finding.value("saving") == .money(Money(25_200)))
    #expect(finding.value("pauses") == .sentences(["630: 2026-02 to 2026-03"]))
    // 28 and 31.
    #expect(finding.value("days") == .count(59))
    guard case .rate(let load) = finding.value("load_ratio_of_the_rest") else {
      Issue.record("no load")
      return
    }
    #expect(load.text(digits: 3) == "0.658")
    #expect(
      try Cases.finding(
        .pausePossible, try Cases.subject(Cases.readings([1000, 1000, 1000]), change)) == nil)
  }

  @Test("By actual demand a pause saves nothing, and none is advised")
  func pauseByDemand() throws {
    let subject = try Cases.subject(Cases.readings([1000, 600, 600])) {
      $0.transformers = try TransformerSet("1000+630")
    }
    #expect(try Cases.finding(.pausePossible, subject) == nil)
    #expect(!(try Audit(subject)).recommendations.contains { $0.lever.name == "pause" })
  }

  @Test("Losses of 1440 + 4000 kWh cost 2720 × (1.05 + 0.55) a month: 13 056 in three")
  func losses() throws {
    func subject(_ side: Account.MeteringSide) throws -> AccountCase {
      try Cases.subject {
        $0.meteringSide = side
        $0.units = [
          InstalledUnit(
            id: "T1", capacity: Power(2000), group: 0,
            losses: .init(
              noLoad: Power(2), load: nil, noLoadCurrent: nil, shortCircuitVoltage: nil))
        ]
      }
    }
    // 2 kW × 720 h; 2 % of 200 000 kWh; half to each period.
    let finding = try #require(
      try Cases.finding(.lossesBilledLowVoltage, try subject(.lowVoltage)))
    #expect(finding.value("transformer_losses_kwh") == .quantity(Quantity(16_320)))
    #expect(finding.value("line_losses_kwh") == .quantity(Quantity(0)))
    // 5440 ÷ 200 000.
    #expect(finding.value("share_of_metered_energy") == .rate(try Rate("0.0272")))
    #expect(finding.value("cost") == .money(Money(13_056)))
    #expect(try Cases.finding(.lossesBilledLowVoltage, try subject(.highVoltage)) == nil)
  }

  @Test("40 000 kvarh fed back make 0.89 out of 0.96: 875 instead of −1312.50 a month")
  func overCompensation() throws {
    // 200 ÷ √(200² + 100²) = 0.894; 200 ÷ √(200² + 60²) = 0.958. 0.5 % and −0.75 % of 175 000.
    let subject = try Cases.subject(Cases.readings(kvarh: 60_000, reverse: 40_000))
    let finding = try #require(try Cases.finding(.overCompensation, subject))
    #expect(finding.severity == .saving)
    #expect(finding.value("fed_back_kvarh") == .quantity(Quantity(120_000)))
    #expect(finding.value("share_fed_back") == .rate(try Rate("0.4")))
    #expect(finding.value("power_factor") == .word("0.89"))
    #expect(finding.value("power_factor_without") == .word("0.96"))
    // 3 × 2187.50.
    #expect(finding.value("cost") == .money(try Money("6562.5")))
    #expect(try Cases.finding(.overCompensation, try Cases.subject()) == nil)
  }

  @Test("Reactive energy fed back in intervals costs as much as in readings")
  func overCompensationInIntervals() throws {
    var subject = try Cases.intervals(peak: 400, valley: 400)
    #expect(try Cases.finding(.overCompensation, subject) == nil)
    guard case .intervals(var profile) = subject.use else {
      Issue.record("no intervals")
      return
    }
    profile.reactiveForward = profile.active.map { $0 / 100 * 30 }
    profile.reactiveReverse = profile.active.map { $0 / 100 * 20 }
    subject.use = .intervals(profile)
    let finding = try #require(try Cases.finding(.overCompensation, subject))
    // 31 days × 12 h × 400 kW at 1.05 and at 0.55, and 400 kW at 30: 250 080; 1.25 % of that.
    #expect(finding.value("cost") == .money(Money(3126)))
  }
}
