import Quantities
import Testing
import Use

@testable import Advice

@Suite("The highest intervals and what it is worth to keep below them")
struct AuditPeakTests {
  private typealias Cases = FindingCases

  // 10:00 is quarter 40 of the day.
  private static let events = [
    (day: 5, quarter: 40, demand: 500), (day: 7, quarter: 40, demand: 700),
    (day: 20, quarter: 84, demand: 600),
  ]

  @Test("700, 600 and 500 kW over 400 are worth 30 × 100, 30 × 200 and 30 × 300")
  func cascade() throws {
    let audit = try Audit(try Cases.intervals(peak: 400, valley: 400, Self.events))
    let highest = audit.highestIntervals
    #expect(highest.count == 10)
    #expect(highest.map(\.demand).prefix(4) == [Power(700), Power(600), Power(500), Power(400)])
    #expect(
      highest.map(\.start.description).prefix(4) == [
        "2026-01-07T10:00", "2026-01-20T21:00", "2026-01-05T10:00", "2026-01-01T00:00",
      ])
    #expect(highest.map(\.period).prefix(3) == [.peak, .valley, .peak])
    #expect(
      highest.map(\.nextEvent).prefix(3) == [Power(600), Power(500), Power(400)])
    #expect(highest.map(\.worth).prefix(3) == [Money(3000), Money(6000), Money(9000)])
  }

  @Test("Highs within two hours are one event: 700, and 690 at 11:00, and then 600")
  func oneEvent() throws {
    let audit = try Audit(
      try Cases.intervals(
        peak: 400, valley: 400, Self.events + [(day: 7, quarter: 44, demand: 690)]))
    #expect(
      audit.highestIntervals.map(\.nextEvent).prefix(3) == [Power(600), Power(600), Power(500)])
    // Two and a quarter hours apart they are two.
    let apart = try Audit(
      try Cases.intervals(
        peak: 400, valley: 400, Self.events + [(day: 7, quarter: 49, demand: 690)]))
    #expect(apart.highestIntervals.map(\.nextEvent).prefix(2) == [Power(690), Power(600)])
    #expect(apart.highestIntervals.map(\.worth).prefix(2) == [Money(300), Money(3000)])
  }

  @Test("Beyond 105 % of a contract of 600 kW a peak of 700 is worth 27 × 170")
  func contract() throws {
    // 630 + 2 × 70 = 770 kW, against 600 where demand keeps to 600; 297 600 kWh on 1000 kVA earn
    // the discount, 27 for 30.
    let audit = try Audit(
      try Cases.intervals(peak: 400, valley: 400, Self.events) {
        $0.transformers = try TransformerSet("1000")
        $0.basicCharge = .contractDemand
        $0.contractDemand = Power(600)
      })
    #expect(audit.highestIntervals.first?.worth == Money(4590))
    // A contract that is kept is paid whatever demand is.
    #expect(audit.highestIntervals[1].worth == Money(4590))
  }

  @Test("A peak of 700 kW over 600 is set by one event, worth 3000; of 620 over 600 it is not")
  func single() throws {
    let subject = try Cases.intervals(peak: 400, valley: 400, Self.events)
    let finding = try #require(try Cases.finding(.peakSetByOneEvent, subject))
    #expect(finding.severity == .saving)
    #expect(finding.value("months") == .months([Cases.january]))
    #expect(finding.value("max_demand_kw") == .power(Power(700)))
    #expect(finding.value("next_event_kw") == .power(Power(600)))
    #expect(finding.value("worth") == .money(Money(3000)))
    let near = try Cases.intervals(
      peak: 400, valley: 400, [(day: 5, quarter: 40, demand: 620), (9, 40, 600)])
    #expect(try Cases.finding(.peakSetByOneEvent, near) == nil)
    let twice = try Cases.intervals(
      peak: 400, valley: 400, [(day: 5, quarter: 40, demand: 700), (9, 40, 700)])
    #expect(try Cases.finding(.peakSetByOneEvent, twice) == nil)
    let capacity = try Cases.intervals(peak: 400, valley: 400, Self.events) {
      $0.basicCharge = .capacity
    }
    #expect(try Cases.finding(.peakSetByOneEvent, capacity) == nil)
  }

  @Test("Intervals without a value, or with shares of longer readings, are none of the highest")
  func unknown() throws {
    let subject = try Cases.intervals(peak: 400, valley: 400, Self.events)
    guard case .intervals(var profile) = subject.use else {
      Issue.record("no intervals")
      return
    }
    // The 7th at 10:00, and two hours of the 20th from 20:00.
    profile.active[6 * 96 + 40] = LoadProfile.missing
    profile.coarse = [(19 * 96 + 80)..<(19 * 96 + 88)]
    let record = DemandRecord(
      profile, period: DateSpan(Cases.january), demandSeconds: 900)
    #expect(record.blocks.count == 31 * 96 - 9)
    #expect(record.highest.map(record.power) == Power(500))
    #expect(record.highest.flatMap(record.next).map(record.power) == Power(400))
  }

  @Test("An even load has no other event below its highest; readings have no intervals")
  func none() throws {
    #expect(try Audit(try Cases.subject()).highestIntervals.isEmpty)
    let even = try Audit(try Cases.intervals(peak: 400, valley: 400))
    #expect(even.highestIntervals.map(\.worth) == Array(repeating: .zero, count: 10))
  }
}
