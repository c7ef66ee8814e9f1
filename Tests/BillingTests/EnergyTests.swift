import Billing
import Quantities
import Tariffs
import TestSupport
import Testing
import Use

@Suite("Energy is billed by period, component and tier")
struct EnergyTests {
  private static func component(
    _ name: String, _ price: String, floats: Bool = false, fund: Bool = false, base: Bool = true
  ) -> PriceComponent {
    PriceComponent(
      name: name, price: Fixtures.price(price), floats: floats, isFund: fund,
      inPowerFactorBase: base && !fund,
      multiples: name == "purchase" ? [.agentOneAndAHalf: Fixtures.rate("1.5")] : [:])
  }

  private static func period(_ name: PeriodName, _ formula: PeriodPrice.Formula) -> PeriodPrice {
    PeriodPrice(
      period: name, months: .all, tiers: [.init(upTo: nil, formula: formula)],
      publishedColumn: nil, rule: Fixtures.rule)
  }

  private static let components = [
    component("purchase", "0.384470", floats: true),
    component("line-loss", "0.013643", floats: true), component("transmission", "0.0884"),
    component("system", "0.082273"), component("funds", "0.0452", fund: true),
  ]

  private static let ratios = [
    period(.sharp, .times(Fixtures.rate("2.0"))), period(.peak, .times(Fixtures.rate("1.49"))),
    period(.flat, .times(.one)), period(.valley, .times(Fixtures.rate("0.45"))),
  ]

  private func bill(
    _ billing: EnergyCharge.Billing, source: EnergySource? = nil
  ) throws -> Bill {
    let charge = EnergyCharge(
      billing: billing, components: Self.components, periods: Self.ratios)
    let tariff = Fixtures.tariff(
      [Fixtures.charge("energy", .energy(charge))], hours: Fixtures.hours,
      rounding: BillRounding(energyDigits: 0, periodPriceDigits: 6))
    let reading = Fixtures.reading {
      $0.total = nil
      $0.energy = [("sharp", 198_400), ("peak", 620_000), ("flat", 843_200), ("valley", 818_400)]
        .map { RegisterEnergy(period: PeriodName($0), energy: Energy(kilowattHours: $1)) }
    }
    let account = Fixtures.account { $0.energySource = source }
    return try #require(try Fixtures.bills(tariff, account, [reading]).first)
  }

  @Test("Hubei, January 2026, 110 kV: derived period prices give 1 431 322.90 and funds 112 096.00")
  func derived() throws {
    let bill = try bill(.derived)
    #expect(
      bill.lines.map { "\($0.charge) \($0.amount.text(digits: 2))" } == [
        "energy/sharp 191832.76", "energy/peak 473593.82", "energy/flat 479600.36",
        "energy/valley 286295.96", "funds 112096.00",
      ])
    #expect(bill.amount(of: ChargeSelector("energy")).text(digits: 2) == "1431322.90")
  }

  @Test("Component by component the same month is 0.10 dearer, since period prices are rounded")
  func components() throws {
    let bill = try bill(.components)
    #expect(bill.lines.first?.charge == "energy/purchase/sharp")
    #expect(bill.lines.contains { $0.charge == "energy/transmission" })
    // 1 431 323.00 with unrounded component prices; component prices here are rounded to six
    // digits as well.
    let energy = bill.amount(of: ChargeSelector("energy"))
    #expect((energy - Fixtures.money("1431322.90")).magnitude < Fixtures.money("0.60"))
  }

  @Test(
    "An account at 1.5 times the purchase price pays (0.384470 × 1.5 + 0.013643) × 1.49 + 0.1707 at peak"
  )
  func multiplied() throws {
    let bill = try bill(.derived, source: .agentOneAndAHalf)
    guard case .quantity(_, _, let price) = Fixtures.line(bill, "energy/peak")?.product else {
      Issue.record("no peak line")
      return
    }
    // 0.57672 + … : (0.576705 + 0.013643) × 1.49 = 0.87961852; + 0.170673 = 1.05029152 → 1.050292.
    #expect(price.description == "1.050292")
  }

  @Test("Tiers of 500 kWh: 1200 kWh are 500 + 500 + 200")
  func tiers() throws {
    let charge = EnergyCharge(
      billing: .derived, components: [],
      periods: [Fixtures.period(.all, [("500", "0.10"), ("1000", "0.12"), (nil, "0.15")])])
    let bill = try #require(
      try Fixtures.bills(
        Fixtures.tariff([Fixtures.charge("energy", .energy(charge))]),
        readings: [Fixtures.reading(kWh: "1200")]
      ).first)
    #expect(bill.lines.map(\.quantityText) == ["500", "500", "200"])
    #expect(bill.total.text(digits: 2) == "140.00")
    let exact = try #require(
      try Fixtures.bills(
        Fixtures.tariff([Fixtures.charge("energy", .energy(charge))]),
        readings: [Fixtures.reading(kWh: "500")]
      ).first)
    #expect(exact.lines.map(\.quantityText) == ["500"])
  }

  @Test("310 kWh of a first tier, prices new on 11 January: 100 of 1000 kWh, then 210 of 2100")
  func tiersWithinMonth() throws {
    func version(_ first: String, _ second: String, _ from: String, _ to: String?) throws
      -> TariffVersion
    {
      let charge = EnergyCharge(
        billing: .derived, components: [],
        periods: [Fixtures.period(.all, [("310", first), (nil, second)])])
      let tariff = Fixtures.tariff([Fixtures.charge("energy", .energy(charge))])
      let version = try #require(tariff.versions.first)
      let range = DateRange(
        from: try #require(CalendarDate(iso: from)), to: to.flatMap { CalendarDate(iso: $0) })
      return TariffVersion(
        inForce: try #require(range), eligibility: [], timeOfUse: version.timeOfUse,
        demandWindows: [], demandIntervalSeconds: 900, rounding: version.rounding,
        terms: version.terms, charges: version.charges, rule: version.rule)
    }
    let plain = Fixtures.tariff([])
    let tariff = Tariff(
      id: plain.id, area: plain.area, currency: plain.currency, timeZone: plain.timeZone,
      titles: plain.titles,
      versions: [
        try version("0.10", "0.15", "2025-01-01", "2026-01-10"),
        try version("0.20", "0.30", "2026-01-11", nil),
      ], file: plain.file)
    let bill = try #require(
      try Fixtures.bills(tariff, readings: [Fixtures.reading(kWh: "3100")]).first)
    #expect(bill.lines.map(\.quantityText) == ["100", "900", "210", "1890"])
    // 10 + 135 + 42 + 567.
    #expect(bill.total.text(digits: 2) == "754.00")
  }

  @Test(
    "Tiers by day and by kilowatt: 31 days × 10 kWh and 100 hours × 5 kW",
    arguments: [
      (EnergyCharge.TierBasis.dailyEnergy, "10", "310", "690"),
      (.energyPerDemand, "100", "500", "500"),
    ])
  func tierBases(
    basis: EnergyCharge.TierBasis, limit: String, first: String, second: String
  ) throws {
    let charge = EnergyCharge(
      billing: .derived, components: [],
      periods: [Fixtures.period(.all, [(limit, "0.10"), (nil, "0.15")])], tierBasis: basis)
    let bill = try #require(
      try Fixtures.bills(
        Fixtures.tariff([Fixtures.charge("energy", .energy(charge))]),
        readings: [Fixtures.reading(kWh: "1000", kW: "5")]
      ).first)
    #expect(bill.lines.map(\.quantityText) == [first, second])
  }

  @Test("Proportional tiers split every period alike; chronological ones fill in order of use")
  func allocation() throws {
    let periods: [PeriodPrice] = [PeriodName.sharp, .peak, .flat, .valley].map {
      Fixtures.period($0, [("600", "0.10"), (nil, "0.20")])
    }
    func lines(_ allocation: EnergyCharge.TierAllocation) throws -> [String] {
      let charge = EnergyCharge(
        billing: .derived, components: [], periods: periods, tierAllocation: allocation)
      let tariff = Fixtures.tariff(
        [Fixtures.charge("energy", .energy(charge))], hours: Fixtures.hours)
      // 1 kWh in every hour of January 2026: 744 kWh.
      let profile = LoadProfile(
        firstDay: Fixtures.month.firstDay, intervalSeconds: 3600,
        active: Array(repeating: 3_600_000_000, count: 744))
      let terms = BillingTerms(book: TariffBook(tariffs: [tariff]))
      let bill = try Biller(terms: terms).bills(
        for: Fixtures.account(), use: .intervals(profile)
      ).bills.first
      return bill?.lines.map { "\($0.charge) \($0.quantityText)" } ?? []
    }
    // Sharp: 93 kWh × 600 ÷ 744 = 75 in the first tier.
    let proportional = try lines(.proportional)
    #expect(proportional.prefix(2) == ["energy/sharp 75", "energy/sharp 18"])
    // 600 kWh are the first 25 whole days: sharp 75 of 93 there too, but valley the night's share.
    let chronological = try lines(.chronological)
    #expect(chronological.prefix(2) == ["energy/sharp 75", "energy/sharp 18"])
    #expect(chronological.suffix(2) == ["energy/valley 200", "energy/valley 48"])
  }

  @Test("A register the readings lack is named; one the tariff lacks is too")
  func registers() throws {
    let charge = EnergyCharge(billing: .derived, components: Self.components, periods: Self.ratios)
    let tariff = Fixtures.tariff(
      [Fixtures.charge("energy", .energy(charge))], hours: Fixtures.hours)
    let three = Fixtures.reading {
      $0.energy = [PeriodName.sharp, .peak, .flat].map {
        RegisterEnergy(period: $0, energy: Energy(kilowattHours: 1))
      }
    }
    #expect(
      throws: BillingFailure([
        .missingRegister(.valley, month: Fixtures.month, read: [.sharp, .peak, .flat])
      ])
    ) { try Fixtures.bills(tariff, readings: [three]) }
    let deep = Fixtures.reading {
      $0.energy = [PeriodName.sharp, .peak, .flat, .valley, .deep].map {
        RegisterEnergy(period: $0, energy: Energy(kilowattHours: 1))
      }
    }
    #expect(throws: BillingFailure.self) { try Fixtures.bills(tariff, readings: [deep]) }
  }

  @Test("Read on 16 July: 15 days of June at 1 and 15 of July at 2, 24 kWh each")
  func seasonsWithinPeriod() throws {
    let periods = [(1...6, "1"), (7...12, "2")].map { months, price in
      PeriodPrice(
        period: .all, months: MonthSet(months),
        tiers: [.init(upTo: nil, formula: .price(Fixtures.price(price)))], publishedColumn: nil,
        rule: Fixtures.rule)
    }
    let charge = EnergyCharge(billing: .derived, components: [], periods: periods)
    let tariff = Fixtures.tariff([Fixtures.charge("energy", .energy(charge))])
    let profile = LoadProfile(
      firstDay: try #require(CalendarDate(iso: "2026-06-16")), intervalSeconds: 3600,
      active: Array(repeating: 3_600_000_000, count: 30 * 24))
    let bill = try #require(
      try Biller(terms: BillingTerms(book: TariffBook(tariffs: [tariff]))).bills(
        for: Fixtures.account { $0.readingDay = 16 }, use: .intervals(profile),
        months: [Fixtures.month.adding(6)]
      ).bills.first)
    #expect(bill.lines.map(\.quantityText) == ["360", "360"])
    // 360 × 1 + 360 × 2.
    #expect(bill.total.text(digits: 2) == "1080.00")
  }
}
