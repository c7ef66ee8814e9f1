import Billing
import Quantities
import Tariffs
import TestSupport
import Testing
import Use

@Suite("Prices from several pages, and prices nobody has")
struct PricePagesTests {
  private static func day(_ text: String) -> CalendarDate {
    CalendarDate(iso: text) ?? CalendarDate(dayNumber: 0)
  }

  private static func component(
    _ name: String, floats: Bool = false, isFund: Bool = false
  ) -> PriceComponent {
    PriceComponent(
      name: name, price: .column(name), floats: floats, isFund: isFund, inPowerFactorBase: !isFund)
  }

  private static func period(
    _ name: PeriodName, _ formula: PeriodPrice.Formula
  ) -> PeriodPrice {
    PeriodPrice(
      period: name, months: .all, tiers: [.init(upTo: nil, formula: formula)],
      publishedColumn: name.name, rule: Fixtures.rule)
  }

  /// Published prices of three parts, of which the peak's ratio applies to something unknown.
  private static func tariff(
    peak: PeriodPrice.Formula = .published(ratio: nil), rounding: BillRounding = BillRounding()
  ) throws -> Tariff {
    let hours = DayCalendar(
      periods: [.peak, .flat, .deep],
      plans: [
        DayPlan(runs: [
          PeriodRun(from: .midnight, to: try #require(ClockTime("12:00")), period: 0),
          PeriodRun(from: try #require(ClockTime("12:00")), to: .endOfDay, period: 1),
        ])
      ], planIndex: Array(repeating: 0, count: 84))
    let energy = EnergyCharge(
      billing: .published,
      components: [
        component("purchase", floats: true), component("transmission"),
        component("funds", isFund: true),
      ],
      periods: [
        period(.peak, peak), period(.flat, .times(.one)), period(.deep, .published(ratio: nil)),
      ])
    return Fixtures.tariff(
      [Fixtures.charge("energy", .energy(energy))], hours: hours, rounding: rounding, id: "t")
  }

  private static func page(
    _ area: String, _ prices: [String: String], elsewhere: [String: String] = [:],
    voltages: Set<Voltage>? = nil, from: String = "2026-01-01", to: String? = nil
  ) throws -> PricePage {
    PricePage(
      area: area, inForce: try #require(DateRange(from: day(from), to: to.map(day))),
      source: try #require(Fixtures.rule.source), file: "\(area) \(from).xml",
      columns: prices.keys.sorted(),
      rows: [
        PriceRow(
          tariff: "t", voltages: voltages, prices: try prices.mapValues { try Price($0) },
          rule: RuleReference(source: nil, file: "\(area) \(from).xml", line: 1))
      ], foundElsewhere: elsewhere)
  }

  /// A tariff of the area `x-y`, so that pages of `x` are for it too.
  private static func inArea(_ tariff: Tariff) -> Tariff {
    Tariff(
      id: tariff.id, area: "x-y", currency: tariff.currency, timeZone: tariff.timeZone,
      titles: [:], versions: tariff.versions, file: tariff.file)
  }

  private static func bill(
    _ tariff: Tariff, _ pages: [PricePage], given: [String: String] = [:]
  ) throws -> Bill {
    let terms = BillingTerms(
      book: TariffBook(tariffs: [inArea(tariff)], pages: pages),
      givenPrices: try given.mapValues { try Price($0) })
    var account = Account(id: "A", tariff: "t")
    account.voltage = .kV110
    account.powerFactorStandard = .none
    let reading = Fixtures.reading {
      $0.total = nil
      $0.energy = [
        RegisterEnergy(period: .peak, energy: Fixtures.kWh("10")),
        RegisterEnergy(period: .flat, energy: Fixtures.kWh("20")),
      ]
    }
    return try #require(
      try Biller(terms: terms).bills(for: account, use: .readings([reading])).bills.first)
  }

  private static func prices(_ bill: Bill) -> [String] {
    bill.lines.map { line in
      guard case .quantity(_, _, let price) = line.product else { return line.charge }
      return "\(line.charge) \(price)"
    }
  }

  @Test("A column is taken from the page of the narrowest area that prints it, at 110 kV or at all")
  func layers() throws {
    let wide = try Self.page("x", ["transmission": "0.2", "funds": "0.05", "purchase": "9"])
    let narrow = try Self.page("x-y", ["purchase": "0.4", "peak": "0.95"], voltages: [.kV110])
    let bill = try Self.bill(try Self.tariff(), [wide, narrow])
    // Peak as printed less funds, 0.95 - 0.05; flat 0.4 + 0.2. Deep has no hours, and no line.
    #expect(Self.prices(bill) == ["energy/peak 0.9", "energy/flat 0.6", "funds 0.05"])
    let origins = bill.lines.map(\.priceOrigin)
    #expect(origins[2] == .page(RuleReference(source: nil, file: "x 2026-01-01.xml", line: 1)))
  }

  @Test("Purchase at 0.5 from 11 to 20 January, at 0.4 before and behind it: 10, 10 and 11 days")
  func narrowPageWithinMonth() throws {
    let wide = try Self.page("x", ["transmission": "0.2", "funds": "0.05", "purchase": "0.4"])
    let narrow = try Self.page("x-y", ["purchase": "0.5"], from: "2026-01-11", to: "2026-01-20")
    let tariff = Self.inArea(try Self.tariff(peak: .times(Fixtures.rate("2"))))
    // 1 kW: 12 kWh a day in each period. Peak is twice the purchase, and 0.2.
    let profile = LoadProfile(
      firstDay: Fixtures.month.firstDay, intervalSeconds: 3600,
      active: Array(repeating: 3_600_000_000, count: 744))
    let terms = BillingTerms(book: TariffBook(tariffs: [tariff], pages: [wide, narrow]))
    var account = Account(id: "A", tariff: "t")
    account.powerFactorStandard = .none
    let bill = try #require(
      try Biller(terms: terms).bills(for: account, use: .intervals(profile)).bills.first)
    let lines = bill.lines.filter { $0.charge.hasPrefix("energy/") }.map { line -> String in
      guard case .quantity(let quantity, _, let price) = line.product else { return "" }
      return "\(line.charge) \(quantity) \(price)"
    }
    #expect(
      lines == [
        "energy/peak 120 1", "energy/flat 120 0.6",
        "energy/peak 120 1.2", "energy/flat 120 0.7",
        "energy/peak 132 1", "energy/flat 132 0.6",
      ])
  }

  @Test("Own generation of 310 kW at 3 a kilowatt, at 4 from 11 January: 100 kW at 3, 210 kW at 4")
  func reserveWithinMonth() throws {
    let reserve = Charge(
      name: "reserve",
      kind: .reserve(CapacityPriceCharge(basis: .ownGeneration, price: .column("reserve"))),
      rule: Fixtures.rule)
    let tariff = Self.inArea(Fixtures.tariff([reserve], id: "t"))
    let wide = try Self.page("x", ["reserve": "3"])
    let narrow = try Self.page("x-y", ["reserve": "4"], from: "2026-01-11", to: "2026-01-31")
    let terms = BillingTerms(book: TariffBook(tariffs: [tariff], pages: [wide, narrow]))
    var account = Account(id: "A", tariff: "t")
    account.ownGeneration = Power(310)
    let bill = try #require(
      try Biller(terms: terms).bills(for: account, use: .readings([Fixtures.reading()])).bills.first
    )
    #expect(bill.lines.map(\.quantityText) == ["100", "210"])
    // 100 × 3 + 210 × 4.
    #expect(bill.total.text(digits: 2) == "1140.00")
  }

  @Test("All prices no page has are named at once, and where they are found")
  func missing() throws {
    let wide = try Self.page(
      "x", ["transmission": "0.2"], elsewhere: ["purchase": "anywhere", "peak": "there"])
    // What the page of the narrower area says goes before.
    let narrow = try Self.page(
      "x-y", ["transmission": "0.2"], elsewhere: ["purchase": "in the month's table"])
    let failure = #expect(throws: BillingFailure.self) {
      try Self.bill(try Self.tariff(), [wide, narrow])
    }
    #expect(
      failure?.problems == [
        .missingPrice(
          columns: ["purchase", "funds", "peak"], charge: "energy", month: Fixtures.month,
          found: ["in the month's table", "there"])
      ])
  }

  @Test("Given figures are taken: a period's price as given, the flat one from its parts")
  func given() throws {
    let wide = try Self.page("x", ["transmission": "0.2", "funds": "0.05"])
    let bill = try Self.bill(
      try Self.tariff(), [wide], given: ["peak": "1", "purchase": "0.4"])
    #expect(Self.prices(bill) == ["energy/peak 0.95", "energy/flat 0.6", "funds 0.05"])
  }

  @Test("A printed price does not hold for another purchase price, and nothing else is known of it")
  func notPrinted() throws {
    let page = try Self.page(
      "x-y", ["transmission": "0.2", "funds": "0.05", "purchase": "0.4", "peak": "0.95"])
    let failure = #expect(throws: BillingFailure.self) {
      try Self.bill(try Self.tariff(), [page], given: ["purchase": "0.5"])
    }
    #expect(
      failure?.problems == [
        .missingPrice(columns: ["peak"], charge: "energy", month: Fixtures.month, found: [])
      ])
  }

  @Test("0.4 × 1.6 + 0.21234 rounded to four digits before funds of 0.02716875, or after")
  func rounding() throws {
    let page = try Self.page(
      "x", ["transmission": "0.21234", "funds": "0.02716875", "purchase": "0.4"])
    // 0.64 + 0.21234 = 0.85234 → 0.8523; with funds 0.87950875 → 0.8795, less funds 0.85233125.
    for (before, peak) in [(true, "0.8523"), (false, "0.85233125")] {
      let tariff = try Self.tariff(
        peak: .times(Fixtures.rate("1.6")),
        rounding: BillRounding(periodPriceDigits: 4, roundsBeforeOwnLines: before))
      #expect(Self.prices(try Self.bill(tariff, [page]))[0] == "energy/peak \(peak)")
    }
  }
}
