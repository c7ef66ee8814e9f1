import Billing
import Quantities
import Tariffs
import TestSupport
import Testing
import Use

@Suite("Events, prices of the market and adjustments change the bill by their rules")
struct EventTests {
  private static func day(_ text: String) -> CalendarDate {
    CalendarDate(iso: text) ?? CalendarDate(dayNumber: 0)
  }

  private static func event(_ date: String, _ change: AccountEvent.Change) -> AccountEvent {
    AccountEvent(date: day(date), change: change)
  }

  private static func capacityTariff(
    _ price: String, pauses: PauseRule = .since2016
  ) -> Tariff {
    Fixtures.tariff([
      Fixtures.charge(
        "basic",
        .basic(
          BasicCharge(
            methods: [
              .init(
                method: .capacity, basis: .capacity(price: Fixtures.price(price)),
                rule: Fixtures.rule)
            ], pauses: pauses)))
    ])
  }

  private func basic(
    _ tariff: Tariff, transformers: String, month: String, _ events: [AccountEvent],
    energised: String? = nil, readingDay: Int? = nil
  ) throws -> [String] {
    let account = Fixtures.account {
      $0.transformers = try? TransformerSet(transformers)
      $0.events = events
      $0.energised = energised.map(Self.day)
      $0.readingDay = readingDay
    }
    let month = try #require(Month(iso: month))
    let bill = try #require(
      try Fixtures.bills(tariff, account, [Fixtures.reading(month, kWh: "1")]).first)
    return bill.lines.map { "\($0.quantityText) \($0.amount.text(digits: 2))" }
  }

  @Test("Sealed on the 16th: 10 000 kVA whole, 6300 kVA for 15 days, 320 860.00 in all")
  func pause() throws {
    let lines = try basic(
      Self.capacityTariff("24.4"), transformers: "10000+6300", month: "2026-01",
      [
        Self.event("2026-01-16", .pause(unit: "6300")),
        Self.event("2026-03-01", .resume(unit: "6300")),
      ])
    #expect(lines == ["10000 244000.00", "3150 76860.00"])
  }

  @Test("A pause of 14 days changes nothing, one of 15 days does")
  func shortPause() throws {
    func lines(_ end: String) throws -> [String] {
      try basic(
        Self.capacityTariff("24.4"), transformers: "10000+6300", month: "2026-01",
        [Self.event("2026-01-16", .pause(unit: "6300")), Self.event(end, .resume(unit: "6300"))])
    }
    #expect(try lines("2026-01-30") == ["16300 397720.00"])
    // 31 − 15 = 16 days in use.
    #expect(try lines("2026-01-31") == ["10000 244000.00", "3360 81984.00"])
  }

  @Test("Six months of pause count in a calendar year: July 2 ends the first 183 days")
  func sixMonths() throws {
    func lines(_ month: String) throws -> [String] {
      try basic(
        Self.capacityTariff("10"), transformers: "1000+300", month: month,
        [Self.event("2026-01-01", .pause(unit: "300"))])
    }
    #expect(try lines("2026-06") == ["1000 10000.00"])
    // 1 January and 182 days more end on 2 July; 29 days of July are in use.
    #expect(try lines("2026-07") == ["1000 10000.00", "290 2900.00"])
    #expect(try lines("2026-08") == ["1300 13000.00"])
    #expect(try lines("2027-01") == ["1000 10000.00"])
  }

  @Test("Two pauses a year counted under the rule of 1996; the third did not")
  func twoPauses() throws {
    let old = PauseRule(
      leastDays: 15, mostAYear: 2, shareStillDue: .zero, stillDueWithinMonths: nil, rule: nil)
    let events = ["01", "03", "05"].flatMap { month in
      [
        Self.event("2010-\(month)-01", .pause(unit: "300")),
        Self.event("2010-\(month)-28", .resume(unit: "300")),
      ]
    }
    func lines(_ month: String, _ rule: PauseRule) throws -> [String] {
      try basic(
        Self.capacityTariff("10", pauses: rule), transformers: "1000+300", month: month, events)
    }
    #expect(try lines("2010-03", old) == ["1000 10000.00", "40 400.00"])
    #expect(try lines("2010-05", old) == ["1300 13000.00"])
    #expect(try lines("2010-05", .since2016) == ["1000 10000.00", "40 400.00"])
  }

  @Test("The rule of 1996: half is still due for a new account, 19 450.00; today 14 450.00")
  func halfStillDue() throws {
    let events = [Self.event("2002-06-11", .pause(unit: "1000"))]
    let old = PauseRule(
      leastDays: 15, mostAYear: 2, shareStillDue: Fixtures.rate("0.5"), stillDueWithinMonths: 24,
      rule: nil)
    func total(_ pauses: PauseRule, _ energised: String) throws -> [String] {
      try basic(
        Self.capacityTariff("15", pauses: pauses), transformers: "1000+630", month: "2002-06",
        events, energised: energised)
    }
    // 630 + 1000 × 10 ÷ 30 + 1000 × 20 ÷ 30 × 0.5.
    #expect(
      try total(old, "2002-03-01") == [
        "630 9450.00", "333.333333333 5000.00", "333.333333334 5000.00",
      ])
    #expect(try total(old, "2000-06-01") == ["630 9450.00", "333.333333333 5000.00"])
    #expect(try total(.since2016, "2002-03-01") == ["630 9450.00", "333.333333333 5000.00"])
  }

  @Test("A larger transformer on 12 May, read on the 24th: 18 and 12 days, 3490.00")
  func replacement() throws {
    let lines = try basic(
      Self.capacityTariff("10"), transformers: "315", month: "2026-05",
      [Self.event("2026-05-12", .replace(unit: "315", capacity: Power(400)))], readingDay: 24)
    #expect(lines == ["189 1890.00", "160 1600.00"])
  }

  @Test("On a demand method a pause counts by whole periods: floor of 16 300 kVA, then of 10 000")
  func demandMethod() throws {
    let rule = Fixtures.demandRule(
      price: "39", floors: [.capacityUnderContract(Fixtures.rate("0.4"))],
      contract: .init(allowance: Fixtures.rate("1.05"), reading: .a, withoutContract: .floor))
    let account = Fixtures.account {
      $0.transformers = try? TransformerSet("10000+6300")
      $0.contractDemand = Power(6800)
      $0.events = [
        Self.event("2026-01-16", .pause(unit: "6300")),
        Self.event("2026-03-01", .resume(unit: "6300")),
        Self.event("2026-02-01", .contract(Power(3800))),
      ]
    }
    let bills = try Fixtures.bills(
      Fixtures.tariff([Fixtures.basic(.contractDemand, rule)]), account,
      [
        Fixtures.reading(Fixtures.month, kW: "7600"),
        Fixtures.reading(Fixtures.month.adding(1), kW: "4150"),
      ])
    // 7140 + 2 × 460; then a contract of 3800 is raised to 4000, and 4150 is within 4200.
    #expect(bills.map { Fixtures.line($0, "basic")?.quantityText } == ["8060", "4000"])
  }

  @Test(
    "A price that changes within a period is billed by days for registers, and the bill says so")
  func priceChange() throws {
    func page(_ from: String, _ to: String, _ price: String) throws -> PricePage {
      PricePage(
        area: "test", inForce: try #require(DateRange(from: Self.day(from), to: Self.day(to))),
        source: try #require(Fixtures.rule.source), file: "\(from).xml", columns: ["energy"],
        rows: [
          PriceRow(
            tariff: "test", voltages: nil, prices: ["energy": try Price(price)], rule: Fixtures.rule
          )
        ])
    }
    let energy = EnergyCharge(
      billing: .derived, components: [],
      periods: [
        PeriodPrice(
          period: .all, months: .all,
          tiers: [.init(upTo: nil, formula: .price(.column("energy")))], publishedColumn: nil,
          rule: Fixtures.rule)
      ])
    let tariff = Fixtures.tariff(
      [Fixtures.charge("energy", .energy(energy))], rounding: BillRounding(energyDigits: 0))
    let account = Fixtures.account { $0.readingDay = 16 }
    let book = TariffBook(
      tariffs: [tariff],
      pages: [
        try page("2025-12-01", "2025-12-31", "0.50"), try page("2026-01-01", "2026-01-31", "0.60"),
      ])
    let biller = Biller(terms: BillingTerms(book: book))
    let bill = try #require(
      try biller.bills(
        for: account, use: .readings([Fixtures.reading(kWh: "3101")])
      ).bills.first)
    // 16 December to 15 January: 16 days of 31, 3101 × 16 ÷ 31 = 1600.516 → 1601; the rest 1500.
    #expect(
      bill.lines.map { "\($0.quantityText) \($0.amount.text(digits: 2))" } == [
        "1601 800.50", "1500 900.00",
      ])
    #expect(bill.notes.contains(.splitByDays([Self.day("2026-01-01")])))
    // Intervals tell when energy was used: 1 kW before the new year, 2 kW after.
    let profile = LoadProfile(
      firstDay: Self.day("2025-12-16"), intervalSeconds: 3600,
      active: Array(repeating: 3_600_000_000, count: 16 * 24)
        + Array(repeating: 7_200_000_000, count: 15 * 24))
    let intervals = try biller.bills(
      for: account, use: .intervals(profile), months: [Fixtures.month])
    #expect(intervals.bills.first?.lines.map(\.quantityText) == ["384", "720"])
  }

  @Test("While 200 of 263 kVA are paused the account is too small for its tariff and falls back")
  func fallingBelow() throws {
    let small = CapacityRange(lower: nil, upper: .init(capacity: Power(100), isIncluded: true))
    let two = Fixtures.tariff(
      [Fixtures.flatEnergy("1")],
      eligibility: [EligibilityRule(capacity: small, fallback: "single", rule: Fixtures.rule)])
    let single = Fixtures.tariff([Fixtures.flatEnergy("2")], id: "single")
    let account = Fixtures.account {
      $0.transformers = try? TransformerSet("200+63")
      $0.events = [
        Self.event("2026-01-16", .pause(unit: "200")),
        Self.event("2026-03-01", .resume(unit: "200")),
      ]
    }
    let biller = Biller(terms: BillingTerms(book: TariffBook(tariffs: [two, single])))
    let bills = try biller.bills(
      for: account,
      use: .readings((0..<3).map { Fixtures.reading(Fixtures.month.adding($0), kWh: "10") })
    ).bills
    #expect(bills.map(\.tariff) == ["test", "single", "test"])
  }

  @Test("Prices of a curve: 1 kW at 0.30 by night and 0.60 by day costs 0.45 on average")
  func curve() throws {
    let energy = EnergyCharge(
      billing: .derived,
      components: [
        PriceComponent(
          name: "purchase", price: Fixtures.price("9"), floats: true, isFund: false,
          inPowerFactorBase: true),
        PriceComponent(
          name: "transmission", price: Fixtures.price("0.1"), floats: false, isFund: false,
          inPowerFactorBase: true),
      ],
      periods: [
        PeriodPrice(
          period: .all, months: .all, tiers: [.init(upTo: nil, formula: .times(.one))],
          publishedColumn: nil, rule: Fixtures.rule)
      ])
    let tariff = Fixtures.tariff([Fixtures.charge("energy", .energy(energy))])
    let account = Fixtures.account {
      $0.curve = PriceCurve(
        byDate: [:],
        byMonth: [
          Fixtures.month: [
            .init(from: .midnight, price: (try? Price("0.30")) ?? .zero),
            .init(
              from: ClockTime(minutes: 720) ?? .midnight, price: (try? Price("0.60")) ?? .zero),
          ]
        ])
    }
    let profile = LoadProfile(
      firstDay: Fixtures.month.firstDay, intervalSeconds: 3600,
      active: Array(repeating: 3_600_000_000, count: 744))
    let bill = try #require(
      try Biller(terms: BillingTerms(book: TariffBook(tariffs: [tariff]))).bills(
        for: account, use: .intervals(profile)
      ).bills.first)
    // 744 × 0.1 = 74.40; 372 × 0.30 + 372 × 0.60 = 334.80.
    #expect(
      bill.lines.map { "\($0.charge) \($0.amount.text(digits: 2))" } == [
        "energy 74.40", "energy/purchase 334.80",
      ])
  }

  @Test("Back-billing stands on its own line, in the power-factor base only where it is said")
  func adjustments() throws {
    let account = Fixtures.account {
      $0.adjustments = [
        Adjustment(
          month: Fixtures.month, name: "back-billing",
          value: .energy(Fixtures.quantity("60000"), price: (try? Price("0.60")) ?? .zero),
          isInPowerFactorBase: false)
      ]
    }
    let bill = try Fixtures.bills(
      Fixtures.tariff([Fixtures.flatEnergy("1")]), account, [Fixtures.reading(kWh: "10")]
    ).first
    #expect(Fixtures.line(bill, "adjustment/back-billing")?.amount.text(digits: 2) == "36000.00")
    #expect(bill?.total.text(digits: 2) == "36010.00")
  }
}
