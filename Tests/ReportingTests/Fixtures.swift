import Billing
import Quantities
import Tariffs
import Use

/// Invented tariffs, built of values, that put every kind of line on a bill.
enum Fixtures {
  static let notice = Source(
    id: "notice", number: "江发改价格〔2025〕001号", date: CalendarDate(iso: "2025-12-28"), page: "5",
    title: "江南省电网输配电价表", url: nil, confidence: .invented)

  static func rule(_ line: Int) -> RuleReference {
    RuleReference(source: notice, file: "cn-jiangnan/two-part.xml", line: line)
  }

  static func month(_ iso: String) -> Month { Month(iso: iso) ?? Month(ordinal: 0) }
  static func date(_ iso: String) -> CalendarDate {
    CalendarDate(iso: iso) ?? CalendarDate(dayNumber: 0)
  }
  static func range(_ from: String, _ to: String? = nil) throws -> DateRange {
    guard let range = DateRange(from: date(from), to: to.map(date)) else { throw BadFixture() }
    return range
  }

  struct BadFixture: Error {}

  static let periods: [PeriodName] = [.peak, .flat, .valley]

  static let calendar = DayCalendar(
    periods: periods,
    plans: [
      DayPlan(runs: [
        PeriodRun(from: .midnight, to: clock("08:00"), period: 2),
        PeriodRun(from: clock("08:00"), to: clock("12:00"), period: 0),
        PeriodRun(from: clock("12:00"), to: clock("18:00"), period: 1),
        PeriodRun(from: clock("18:00"), to: .endOfDay, period: 0),
      ])
    ], planIndex: Array(repeating: 0, count: 84))

  static func clock(_ text: String) -> ClockTime { ClockTime(text) ?? .midnight }

  /// 0.75 % less from 0.95, 0.15 % a hundredth below, 0.5 % more a hundredth under the standard.
  static func powerFactorTable() throws -> PowerFactorTable {
    let rates = try (0...100).map { hundredths -> Rate in
      switch hundredths {
      case 95...: return try Rate("-0.0075")
      case 90...: return Rate(units: Int128(90 - hundredths) * 1_500_000_000)
      default: return Rate(units: Int128(90 - hundredths) * 5_000_000_000)
      }
    }
    return PowerFactorTable(
      standard: .p90, rates: rates,
      rule: RuleReference(source: nil, file: "cn/national/power-factor.xml", line: 4))
  }

  static func components() throws -> [PriceComponent] {
    func component(_ name: String, floats: Bool, fund: Bool = false) throws -> PriceComponent {
      PriceComponent(
        name: name, price: .column(name), floats: floats, isFund: fund, inPowerFactorBase: !fund,
        multiples: name == "purchase" ? [.agentOneAndAHalf: try Rate("1.5")] : [:])
    }
    return [
      try component("purchase", floats: true), try component("line-loss", floats: true),
      try component("transmission", floats: true), try component("system", floats: false),
      try component("funds", floats: false, fund: true),
    ]
  }

  static func energyCharge(_ billing: EnergyCharge.Billing) throws -> EnergyCharge {
    let ratios = ["1.49", "1", "0.48"]
    let prices = try zip(periods, ratios).enumerated().map { index, entry in
      PeriodPrice(
        period: entry.0, months: .all,
        tiers: [.init(upTo: nil, formula: .times(try Rate(entry.1)))],
        publishedColumn: billing == .published ? entry.0.name : nil, rule: rule(50 + index))
    }
    return EnergyCharge(billing: billing, components: try components(), periods: prices)
  }

  static func basicCharge() throws -> BasicCharge {
    let discount = DemandRule.Discount(
      energyPerCapacity: Quantity(260), factor: try Rate("0.9"), rule: rule(38))
    func demand(_ floors: [DemandRule.Floor], _ contract: DemandRule.ContractRule?) -> DemandRule {
      DemandRule(
        tiers: [.init(upTo: nil, price: .column("demand"))], floors: floors, contract: contract,
        discounts: [discount])
    }
    let contract = DemandRule.ContractRule(
      allowance: try Rate("1.05"), reading: .a, withoutContract: .floor)
    return BasicCharge(methods: [
      .init(method: .capacity, basis: .capacity(price: .column("capacity")), rule: rule(30)),
      .init(
        method: .contractDemand,
        basis: .demand(demand([.capacityUnderContract(try Rate("0.4"))], contract)),
        rule: rule(33)),
      .init(
        method: .actualDemand,
        basis: .demand(demand([.capacityUnderMetered(try Rate("0.4"))], nil)), rule: rule(36)),
    ])
  }

  static func twoPart(_ billing: EnergyCharge.Billing = .derived) throws -> Tariff {
    let adjustment = PowerFactorCharge(
      tables: [try powerFactorTable()], base: [ChargeSelector("basic"), ChargeSelector("energy")],
      standards: [
        .init(standard: .p90, capacity: CapacityRange(lower: nil, upper: nil), voltages: nil)
      ], counted: .forwardAndReverse)
    return tariff(
      "cn-jiangnan-two-part",
      title: "Jiangnan, two-part, time of use",
      charges: [
        Charge(name: "basic", kind: .basic(try basicCharge()), rule: rule(28)),
        Charge(name: "energy", kind: .energy(try energyCharge(billing)), rule: rule(44)),
        Charge(name: "power-factor", kind: .powerFactor(adjustment), rule: rule(68)),
      ], rounding: BillRounding(energyDigits: 0, demandDigits: 0, periodPriceDigits: 4),
      range: try range("2025-12-01"))
  }

  static func tariff(
    _ id: String, title: String, charges: [Charge], rounding: BillRounding = BillRounding(),
    range: DateRange, windows: [DemandWindow] = []
  ) -> Tariff {
    Tariff(
      id: id, area: "cn-jiangnan", currency: "CNY", timeZone: "Asia/Shanghai",
      titles: ["en": title],
      versions: [
        TariffVersion(
          inForce: range, eligibility: [], timeOfUse: calendar, demandWindows: windows,
          demandIntervalSeconds: 900, rounding: rounding, terms: .unbound, charges: charges,
          rule: rule(1))
      ], file: "cn-jiangnan/two-part.xml")
  }

  static func page(_ tariff: Tariff, _ iso: String) throws -> PricePage {
    let month = month(iso)
    guard let range = DateRange(from: month.firstDay, to: month.lastDay) else { throw BadFixture() }
    let printed = [
      "purchase": "0.4093", "line-loss": "0.0169", "transmission": "0.1271", "system": "0.0378",
      "funds": "0.0289", "peak": "0.8911", "flat": "0.62", "valley": "0.3323", "demand": "35.2",
      "capacity": "22",
    ]
    let source = Source(
      id: "page", number: nil, date: nil, page: "1", title: "江南省\(month)代理购电价格公告",
      url: "https://example.invalid/\(month).pdf", confidence: .invented)
    let file = "cn-jiangnan/prices/\(month).xml"
    return PricePage(
      area: "cn-jiangnan", inForce: range, source: source, file: file,
      columns: printed.keys.sorted(),
      rows: [
        PriceRow(
          tariff: tariff.id, voltages: [.kV35], prices: try printed.mapValues { try Price($0) },
          rule: RuleReference(source: source, file: file, line: 20))
      ])
  }

  static func book(_ tariff: Tariff, months: [String] = ["2026-01", "2026-02"]) throws -> TariffBook
  {
    TariffBook(tariffs: [tariff], pages: try months.map { try page(tariff, $0) })
  }

  static func mill(_ tariff: Tariff) throws -> Account {
    var account = Account(id: "JN-01", tariff: tariff.id)
    account.name = "江南轧钢厂 Rolling Mill"
    account.voltage = .kV35
    account.transformers = try TransformerSet("2x2500+1300")
    account.basicCharge = .actualDemand
    return account
  }

  static func reading(_ iso: String, demand: String = "4120") throws -> MonthlyReading {
    var reading = MonthlyReading(month: month(iso))
    reading.energy = [
      RegisterEnergy(period: .peak, energy: try Energy(kilowattHours: "602000.4")),
      RegisterEnergy(period: .flat, energy: Energy(kilowattHours: 745_300)),
      RegisterEnergy(period: .valley, energy: Energy(kilowattHours: 518_700)),
    ]
    reading.maximumDemand = try Power(demand)
    reading.reactiveForward = Energy(kilowattHours: 578_000)
    reading.reactiveReverse = Energy(kilowattHours: 20_000)
    return reading
  }
}
