import Billing
import Quantities
import Tariffs
import Use

@testable import Advice

/// An invented tariff and account whose bills are easily worked out by hand.
///
/// A month has 100 000 kWh from 08:00 to 20:00 (peak, 1.05: 0.5 × 1.5 + 0.3) and as much from 20:00
/// to 08:00 (valley, 0.55: 0.5 × 0.5 + 0.3), 160 000 together, and 500 kW, 15 000 at 30 on the
/// actual demand: 175 000. 90 000 kvarh beside 200 000 kWh make 0.9119, which the tables leave
/// unadjusted by the standard 0.90.
enum FindingCases {
  static let january = Month(ordinal: 2026 * 12)

  static func rule(_ line: Int) -> RuleReference {
    RuleReference(source: nil, file: "test.xml", line: line)
  }
  static func price(_ text: String) throws -> PriceSource { .literal(try Price(text)) }

  /// One purchase component that floats, one of transmission by the row of the voltage.
  private static func energy() throws -> EnergyCharge {
    func component(_ name: String, _ price: PriceSource, floats: Bool) throws -> PriceComponent {
      PriceComponent(
        name: name, price: price, floats: floats, isFund: false, inPowerFactorBase: true,
        multiples: floats ? [.agentOneAndAHalf: try Rate("1.5")] : [:])
    }
    let periods = try [("peak", "1.5"), ("valley", "0.5")].map { name, ratio in
      PeriodPrice(
        period: PeriodName(name), months: .all,
        tiers: [.init(upTo: nil, formula: .times(try Rate(ratio)))], publishedColumn: nil,
        rule: rule(20))
    }
    return EnergyCharge(
      billing: .derived,
      components: [
        try component("purchase", try price("0.5"), floats: true),
        try component("transmission", .column("transmission"), floats: false),
      ], periods: periods)
  }

  private static func basic() throws -> BasicCharge {
    func demand(_ floors: [DemandRule.Floor], _ contract: DemandRule.ContractRule?) throws
      -> BasicCharge.Basis
    {
      let discount = DemandRule.Discount(
        energyPerCapacity: Quantity(260), factor: try Rate("0.9"), rule: rule(14))
      return .demand(
        DemandRule(
          tiers: [.init(upTo: nil, price: try price("30"))], floors: floors, contract: contract,
          discounts: [discount]))
    }
    return BasicCharge(methods: [
      .init(method: .capacity, basis: .capacity(price: try price("20")), rule: rule(11)),
      .init(
        method: .contractDemand,
        basis: try demand(
          [.capacityUnderContract(try Rate("0.4"))],
          .init(allowance: try Rate("1.05"), reading: .a, withoutContract: .floor)),
        rule: rule(12)),
      .init(method: .actualDemand, basis: try demand([], nil), rule: rule(13)),
    ])
  }

  /// Half a percent for each hundredth below the standard, none up to five above it, and less than
  /// nothing beyond.
  private static func powerFactor() throws -> PowerFactorCharge {
    func table(_ standard: PowerFactorStandard, _ reward: String) throws -> PowerFactorTable {
      let reward = try Rate(reward)
      let rates = (0...100).map { value in
        if value >= standard.hundredths + 5 { return reward }
        return Rate(units: Int128(max(0, standard.hundredths - value)) * 5_000_000_000)
      }
      return PowerFactorTable(standard: standard, rates: rates, rule: rule(30))
    }
    func over(_ capacity: Int) -> CapacityRange {
      CapacityRange(lower: .init(capacity: Power(capacity), isIncluded: false), upper: nil)
    }
    return PowerFactorCharge(
      tables: [try table(.p90, "-0.0075"), try table(.p85, "-0.011")],
      base: [ChargeSelector("basic"), ChargeSelector("energy")],
      standards: [
        .init(standard: .p90, capacity: over(160), voltages: nil),
        .init(standard: .p85, capacity: over(99), voltages: nil),
      ], counted: .forwardAndReverse)
  }

  private static let calendar = DayCalendar(
    periods: [.peak, .valley],
    plans: [
      DayPlan(runs: [
        PeriodRun(from: .midnight, to: clock("08:00"), period: 1),
        PeriodRun(from: clock("08:00"), to: clock("20:00"), period: 0),
        PeriodRun(from: clock("20:00"), to: .endOfDay, period: 1),
      ])
    ], planIndex: Array(repeating: 0, count: 84))

  private static func clock(_ text: String) -> ClockTime { ClockTime(text) ?? .midnight }

  private static func tariff(
    _ id: String, _ charges: [Charge], eligibility: [EligibilityRule] = []
  ) throws -> Tariff {
    struct NoRange: Error {}
    guard let range = DateRange(from: january.firstDay, to: nil) else { throw NoRange() }
    let losses = LossRule(
      hoursPerMonth: 720, copper: .bands([.init(upTo: nil, share: try Rate("0.02"))]),
      reactiveCopper: nil, allocation: .proRata, countsInPowerFactor: false, rule: rule(40))
    let version = TariffVersion(
      inForce: range, eligibility: eligibility, timeOfUse: calendar, demandWindows: [],
      demandIntervalSeconds: 900, rounding: BillRounding(energyDigits: 0),
      terms: ChangeTerms(
        methodMonths: 3, contractMonths: 1, methodNoticeDays: 15, contractNoticeDays: 5,
        rule: rule(9)), losses: losses, charges: charges, rule: rule(1))
    return Tariff(
      id: id, area: "x", currency: "CNY", timeZone: "Asia/Shanghai", titles: ["en": id],
      versions: [version], file: "test.xml")
  }

  private static func book() throws -> TariffBook {
    let small = CapacityRange(lower: nil, upper: .init(capacity: Power(100), isIncluded: true))
    let twoPart = try tariff(
      "two-part",
      [
        Charge(name: "basic", kind: .basic(try basic()), rule: rule(10)),
        Charge(name: "energy", kind: .energy(try energy()), rule: rule(20)),
        Charge(name: "power-factor", kind: .powerFactor(try powerFactor()), rule: rule(30)),
      ], eligibility: [EligibilityRule(capacity: small, fallback: "single", rule: rule(2))])
    let single = try tariff(
      "single", [Charge(name: "energy", kind: .energy(try energy()), rule: rule(20))])
    let source = Source(
      id: "page", number: nil, date: nil, page: nil, title: "Invented", url: nil,
      confidence: .invented)
    func row(_ tariff: String, _ voltage: Voltage, _ price: String) throws -> PriceRow {
      PriceRow(
        tariff: tariff, voltages: [voltage], prices: ["transmission": try Price(price)],
        rule: rule(50))
    }
    let page = PricePage(
      area: "x", inForce: twoPart.versions[0].inForce, source: source, file: "page.xml",
      columns: ["transmission"],
      rows: [
        try row("two-part", .from1To10kV, "0.3"), try row("two-part", .kV35, "0.2"),
        try row("single", .from1To10kV, "0.3"),
      ])
    return TariffBook(tariffs: [twoPart, single], pages: [page])
  }

  static func account(_ change: (inout Account) throws -> Void = { _ in }) throws -> Account {
    var account = Account(id: "F-1", tariff: "two-part")
    account.voltage = .from1To10kV
    account.transformers = try TransformerSet("2000")
    account.basicCharge = .actualDemand
    account.energySource = .agent
    try change(&account)
    return account
  }

  /// Months of readings from January on, one for each demand. [kW]
  static func readings(
    _ demands: [Int] = [500, 500, 500], kilowattHours: Int = 100_000, kvarh: Int = 90_000,
    reverse: Int = 0
  ) -> [MonthlyReading] {
    demands.enumerated().map { index, demand in
      var reading = MonthlyReading(month: january.adding(index))
      reading.energy = [.peak, .valley].map {
        RegisterEnergy(period: $0, energy: Energy(kilowattHours: kilowattHours))
      }
      reading.maximumDemand = Power(demand)
      reading.reactiveForward = Energy(kilowattHours: kvarh)
      reading.reactiveReverse = Energy(kilowattHours: reverse)
      return reading
    }
  }

  static func subject(
    _ readings: [MonthlyReading] = FindingCases.readings(),
    _ change: (inout Account) throws -> Void = { _ in }
  ) throws -> AccountCase {
    AccountCase(
      account: try account(change), use: .readings(readings),
      biller: Biller(terms: BillingTerms(book: try book())))
  }

  /// January in quarters of an hour: `peak` kW from 08:00 to 20:00, `valley` kW otherwise, and
  /// other demands in some quarters, by day of the month and quarter of the day. [kW]
  ///
  /// Reactive energy is 0.45 of active energy: 0.9119, unadjusted.
  static func intervals(
    peak: Int, valley: Int, _ events: [(day: Int, quarter: Int, demand: Int)] = [],
    _ change: (inout Account) throws -> Void = { _ in }
  ) throws -> AccountCase {
    // A kilowatt over a quarter of an hour is 900 000 000 mJ.
    var active = (0..<(31 * 96)).map { index in
      Int64((32..<80).contains(index % 96) ? peak : valley) * 900_000_000
    }
    for event in events {
      active[(event.day - 1) * 96 + event.quarter] = Int64(event.demand) * 900_000_000
    }
    let profile = LoadProfile(
      firstDay: january.firstDay, intervalSeconds: 900, active: active,
      reactiveForward: active.map { $0 / 100 * 45 })
    return AccountCase(
      account: try account(change), use: .intervals(profile),
      biller: Biller(terms: BillingTerms(book: try book())))
  }

  static func finding(
    _ code: Finding.Code, _ subject: AccountCase, issued: [IssuedCharge] = [],
    doubts: [DataDoubt] = [], peers: PeerFigures? = nil
  ) throws -> Finding? {
    let audit = try Audit(subject, doubts: doubts, issued: issued, peers: peers)
    let found = audit.findings.filter { $0.code == code }
    return found.count == 1 ? found[0] : nil
  }
}
