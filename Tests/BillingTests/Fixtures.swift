import Billing
import Quantities
import Tariffs
import TestSupport
import Use

/// Invented rules for the tests of this module; each test says what it changes.
enum Fixtures {
  static let rule = RuleReference(
    source: Source(
      id: "invented", number: nil, date: nil, page: nil, title: "invented", url: nil,
      confidence: .invented), file: "test.xml", line: 1)

  static let month = Month(ordinal: 2026 * 12)

  static func price(_ text: String) -> PriceSource {
    .literal((try? Price(text)) ?? .zero)
  }

  static func rate(_ text: String) -> Rate { (try? Rate(text)) ?? .zero }
  static func power(_ text: String) -> Power { (try? Power(text)) ?? .zero }
  static func quantity(_ text: String) -> Quantity { (try? Quantity(text)) ?? .zero }
  static func money(_ text: String) -> Money { (try? Money(text)) ?? .zero }
  static func kWh(_ text: String) -> Energy { (try? Energy(kilowattHours: text)) ?? .zero }

  /// Sharp 19–22, peak 8–11 and 15–19, valley 23–7, flat the rest.
  static let hours = DayCalendar(
    periods: [.sharp, .peak, .flat, .valley],
    plans: [
      DayPlan(
        runs: [
          (0, 420, 3), (420, 480, 2), (480, 660, 1), (660, 900, 2), (900, 1140, 1), (1140, 1320, 0),
          (1320, 1380, 2), (1380, 1440, 3),
        ].compactMap { from, to, period in
          guard let from = ClockTime(minutes: from), let to = ClockTime(minutes: to) else {
            return nil
          }
          return PeriodRun(from: from, to: to, period: period)
        })
    ], planIndex: Array(repeating: 0, count: 84))

  static func charge(_ name: String, _ kind: Charge.Kind) -> Charge {
    Charge(name: name, kind: kind, rule: rule)
  }

  static func tariff(
    _ charges: [Charge], hours: DayCalendar = .undivided, windows: [DemandWindow] = [],
    rounding: BillRounding = BillRounding(), eligibility: [EligibilityRule] = [],
    id: String = "test", losses: LossRule? = nil
  ) -> Tariff {
    let year2000 = CalendarDate(dayNumber: 10_957)
    let range = DateRange(from: year2000, to: nil)
    return Tariff(
      id: id, area: "test", currency: "CNY", timeZone: "Asia/Shanghai", titles: [:],
      versions: range.map {
        [
          TariffVersion(
            inForce: $0, eligibility: eligibility, timeOfUse: hours, demandWindows: windows,
            demandIntervalSeconds: 900, rounding: rounding, terms: .unbound, losses: losses,
            charges: charges,
            rule: rule)
        ]
      } ?? [], file: "test.xml")
  }

  static func flatEnergy(_ price: String) -> Charge {
    charge(
      "energy",
      .energy(
        EnergyCharge(
          billing: .derived, components: [],
          periods: [period(.all, [(nil, price)])])))
  }

  static func period(_ name: PeriodName, _ tiers: [(String?, String)]) -> PeriodPrice {
    PeriodPrice(
      period: name, months: .all,
      tiers: tiers.map {
        PeriodPrice.Tier(upTo: $0.map(quantity), formula: .price(price($1)))
      }, publishedColumn: nil, rule: rule)
  }

  static func demandRule(
    price: String = "30", floors: [DemandRule.Floor] = [],
    contract: DemandRule.ContractRule? = nil, discounts: [DemandRule.Discount] = []
  ) -> DemandRule {
    DemandRule(
      tiers: [.init(upTo: nil, price: Self.price(price))], floors: floors, contract: contract,
      discounts: discounts)
  }

  static func basic(_ method: BasicChargeMethod, _ rule: DemandRule) -> Charge {
    charge(
      "basic",
      .basic(BasicCharge(methods: [.init(method: method, basis: .demand(rule), rule: Self.rule)])))
  }

  static func account(_ change: (inout Account) -> Void = { _ in }) -> Account {
    var account = Account(id: "A", tariff: "test")
    account.powerFactorStandard = .none
    change(&account)
    return account
  }

  static func reading(
    _ month: Month = Fixtures.month, kWh: String = "1000", kW: String? = nil,
    _ change: (inout MonthlyReading) -> Void = { _ in }
  ) -> MonthlyReading {
    var reading = MonthlyReading(month: month)
    reading.total = Self.kWh(kWh)
    reading.maximumDemand = kW.map(power)
    change(&reading)
    return reading
  }

  static func bills(
    _ tariff: Tariff, _ account: Account = account(), _ readings: [MonthlyReading]
  ) throws -> [Bill] {
    let terms = BillingTerms(book: TariffBook(tariffs: [tariff]))
    return try Biller(terms: terms).bills(for: account, use: .readings(readings)).bills
  }

  /// The one line of a charge.
  static func line(_ bill: Bill?, _ charge: String) -> BillLine? {
    let lines = bill?.lines.filter { $0.charge == charge } ?? []
    return lines.count == 1 ? lines.first : nil
  }
}

extension BillLine {
  /// The billed quantity in text.
  var quantityText: String {
    switch product {
    case .quantity(let quantity, _, _): return quantity.description
    case .share(let base, _): return base.description
    }
  }
}
