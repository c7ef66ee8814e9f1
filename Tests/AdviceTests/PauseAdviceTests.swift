import Billing
import Quantities
import TestSupport
import Testing
import Use

@testable import Advice

@Suite("Pauses: when they are filed, beside other transformers, and in an audit")
struct PauseAdviceTests {
  private typealias Cases = FindingCases

  private static func date(_ text: String) throws -> CalendarDate {
    try #require(CalendarDate(iso: text))
  }

  private static func span(_ first: String, _ end: String) throws -> DateSpan {
    try #require(DateSpan(start: date(first), end: date(end)))
  }

  /// The year 2025 of two units of 1000 kVA under the rules of Hubei; the kilowatts of each month.
  private static func hubei(_ demands: [Int]) throws -> AccountCase {
    var account = Account(id: "P", tariff: "cn-hubei-two-part")
    account.voltage = .from1To10kV
    account.transformers = try TransformerSet("2x1000")
    account.basicCharge = .capacity
    account.energySource = .agent
    let first = try #require(Month(iso: "2025-01"))
    let readings = demands.enumerated().map { index, demand in
      var reading = MonthlyReading(month: first.adding(index))
      reading.energy = ["sharp", "peak", "flat", "valley"].map {
        RegisterEnergy(period: PeriodName($0), energy: Energy(kilowattHours: demand * 100))
      }
      reading.maximumDemand = Power(demand)
      reading.reactiveForward = Energy(kilowattHours: demand * 120)
      return reading
    }
    return AccountCase(
      account: account, use: .readings(readings),
      biller: Biller(terms: BillingTerms(book: try ShiftCase.book, asOf: Month(iso: "2026-01"))))
  }

  private static func onlyPauses() -> Freedom {
    var freedom = Freedom()
    freedom.kept = Set(Freedom.Part.allCases).subtracting([.pauses])
    return freedom
  }

  @Test("In Hubei a pause is filed five working days before it begins, for the year to come")
  func filings() throws {
    let low = [1, 2, 7, 8, 12]
    let subject = try Self.hubei((1...12).map { low.contains($0) ? 640 : 1400 })
    let optimum = try Optimum(subject, freedom: Self.onlyPauses())
    let filings = optimum.filings
    // Thursday 1 January: Wednesday, Tuesday, Monday, Friday, Thursday before. Wednesday 1 July and
    // Tuesday 1 December likewise, over one weekend each.
    #expect(
      try filings.map(\.inForce) == ["2026-01-01", "2026-07-01", "2026-12-01"].map(Self.date))
    #expect(try filings.map(\.fileBy) == ["2025-12-25", "2026-06-24", "2026-11-24"].map(Self.date))
    let spans = filings.compactMap { filing -> DateSpan? in
      guard case .pause(let pause) = filing.change else { return nil }
      return pause.span
    }
    #expect(
      try spans == [
        Self.span("2026-01-01", "2026-03-01"), Self.span("2026-07-01", "2026-09-01"),
        Self.span("2026-12-01", "2027-01-01"),
      ])
    #expect(filings.allSatisfy { $0.rule != nil })
  }

  @Test("A pause that lasts from December into January is filed once")
  func acrossYears() throws {
    let subject = try Self.hubei((1...12).map { $0 == 1 || $0 == 12 ? 640 : 1400 })
    let filings = try Optimum(subject, freedom: Self.onlyPauses()).filings
    // The data end with December 2025: what comes is January 2026, and December 2026.
    #expect(try filings.map(\.inForce) == ["2026-01-01", "2026-12-01"].map(Self.date))
  }

  @Test("Contracts below 800 kW in months of a pause stand above their own floor of 400 kW")
  func floor() throws {
    var subject = try Self.hubei((1...12).map { [1, 2, 7].contains($0) ? 640 : 1400 })
    subject.account.basicCharge = .contractDemand
    subject.account.contractDemand = Power(1400)
    var freedom = Self.onlyPauses()
    freedom.kept.remove(.contract)
    let found = try Optimum(subject, freedom: freedom).comparison
    let plans = found.levers.compactMap { saving -> Plan<Power>? in
      guard case .contractDemand(.plan(let plan)) = saving.lever else { return nil }
      return plan
    }
    // 640 ÷ 1.05 = 609.5 kW.
    #expect(plans.map { $0.values.min() } == [Power(610)])
    #expect(
      !found.warnings.contains {
        if case .contractBelowFloor = $0 { return true } else { return false }
      })
  }

  @Test("Where a tariff names no notice, a pause has no last day to file it")
  func noNotice() throws {
    let subject = try Cases.subject(Cases.readings([500, 1900, 500])) {
      $0.transformers = try TransformerSet("2x1000")
      $0.basicCharge = .capacity
    }
    let filings = try Optimum(subject, freedom: Self.onlyPauses()).filings
    #expect(!filings.isEmpty && filings.allSatisfy { $0.fileBy == nil })
  }

  @Test("Two of 1000 for one of 2000, one of them paused in February: 20 000 less, in either order")
  func besideTransformers() throws {
    let subject = try Cases.subject { $0.basicCharge = .capacity }
    let set = try TransformerSet("2x1000")
    for unit in ["1000", "1000-2"] {
      let levers: [Lever] = [
        .transformers(set),
        .pause([UnitPause(unit: unit, span: try Self.span("2026-02-01", "2026-03-01"))]),
      ]
      for ordered in [levers, levers.reversed()] {
        let found = try WhatIf(subject, levers: ordered)
        // 1000 kVA at 20; two of 1000 cost what one of 2000 costs.
        #expect(found.levers.map(\.lever.name) == ["transformers", "pause"], "\(unit)")
        #expect(found.levers.map(\.saving) == [.zero, Money(20_000)], "\(unit)")
      }
    }
  }

  @Test("A pause of a unit that the new set lacks is refused, in either order")
  func unknown() throws {
    let subject = try Cases.subject {
      $0.transformers = try TransformerSet("1250+630")
      $0.basicCharge = .capacity
    }
    let levers: [Lever] = [
      .transformers(try TransformerSet("2x800")),
      .pause([UnitPause(unit: "630", span: try Self.span("2026-02-01", "2026-03-01"))]),
    ]
    for ordered in [levers, levers.reversed()] {
      #expect(throws: WhatIf.Failure.self) { try WhatIf(subject, levers: ordered) }
    }
  }

  @Test("Of two units of 1000 one rests in January and March, a month at 1900 kW between them")
  func audit() throws {
    let subject = try Cases.subject(Cases.readings([500, 1900, 500])) {
      $0.transformers = try TransformerSet("2x1000")
      $0.basicCharge = .capacity
    }
    let choice = try #require(PauseChoice(subject, try subject.bills()))
    #expect(
      try choice.pauses.map(\.span).sorted { $0.start < $1.start }
        == [Self.span("2026-01-01", "2026-02-01"), Self.span("2026-03-01", "2026-04-01")])
    #expect(choice.pauses.allSatisfy { ["1000-1", "1000-2"].contains($0.unit) })
    // 500 kW × √(1 + 0.45²) = 548.3 kVA on 1000 kVA.
    #expect(choice.load.rounded(digits: 4) == (try Rate("0.5483")))
    let advice = try #require(
      try Audit(subject).recommendations.first { $0.lever.name == "pause" })
    // 1000 kVA at 20 in two months.
    #expect(advice.saving == Money(40_000))
  }

  @Test("Two units of 1000 rest in turn: a year of 500 kW saves 12 × 20 000")
  func inTurn() throws {
    let subject = try Cases.subject(Cases.readings(Array(repeating: 500, count: 12))) {
      $0.transformers = try TransformerSet("2x1000")
      $0.basicCharge = .capacity
    }
    let choice = try #require(PauseChoice(subject, try subject.bills()))
    let days = Dictionary(grouping: choice.pauses, by: \.unit)
      .mapValues { $0.reduce(0) { $0 + $1.span.dayCount } }
    // Six months are 183 days at the most, and 365 are 183 and 182.
    #expect(Set(days.keys) == ["1000-1", "1000-2"] && Set(days.values) == [182, 183])
    let found = try WhatIf(subject, levers: [choice.lever])
    #expect(found.saving == Money(240_000))
  }

  @Test("Where one unit must be spared, two of three are kept at 500 kW: one rests and not two")
  func sparesOne() throws {
    let subject = try Cases.subject {
      $0.transformers = try TransformerSet("3x1000")
      $0.basicCharge = .capacity
    }
    var freedom = Self.onlyPauses()
    // 549 kVA on one of 1000, or on one of two with the other lost.
    #expect(try Optimum(subject, freedom: freedom).comparison.saving == Money(120_000))
    freedom.sparesOne = true
    #expect(try Optimum(subject, freedom: freedom).comparison.saving == Money(60_000))
  }
}
