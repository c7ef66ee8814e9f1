import Billing
import Quantities
import Tariffs
import Use

extension Fixtures {
  /// A tariff with everything that the Chinese one has not: tiers, windows, ratchets, apparent
  /// demand, reactive energy, taxes and a minimum.
  static func wide(
    allocation: EnergyCharge.TierAllocation = .proportional, minimum: String = "900000"
  ) throws -> Tariff {
    tariff(
      "us-invented-general", title: "Invented general service",
      charges: try wideCharges(allocation, minimum: minimum),
      rounding: BillRounding(energyDigits: 0, demandDigits: 1),
      range: try range("2025-01-01"),
      windows: [DemandWindow(name: "on-peak", calendar: calendar, periods: [0])])
  }

  private static func wideCharges(
    _ allocation: EnergyCharge.TierAllocation, minimum: String
  ) throws -> [Charge] {
    func price(_ text: String) throws -> PriceSource { .literal(try Price(text)) }
    func period(_ period: PeriodName, _ prices: [String]) throws -> PeriodPrice {
      let ends: [Quantity?] = [Quantity(20000), Quantity(60000), nil]
      return PeriodPrice(
        period: period, months: .all,
        tiers: try zip(ends, prices).map {
          .init(upTo: $0, formula: .price(.literal(try Price($1))))
        }, publishedColumn: nil, rule: rule(12))
    }
    let energy = EnergyCharge(
      billing: .derived,
      components: [
        PriceComponent(
          name: "fuel", price: try price("0.012345"), floats: false, isFund: false,
          inPowerFactorBase: true)
      ],
      periods: [
        try period(.peak, ["0.21", "0.19", "0.17"]), try period(.flat, ["0.11", "0.1", "0.09"]),
        try period(.valley, ["0.07", "0.06", "0.05"]),
      ], tierAllocation: allocation)
    let facilities = DemandRule(
      tiers: [
        .init(upTo: Quantity(1000), price: try price("9.5")),
        .init(upTo: nil, price: try price("8.25")),
      ],
      floors: [
        .least(Power(50)),
        .ratchet(share: try Rate("0.8"), monthsBack: 2, months: .all),
        .contract(try Rate("0.5")),
      ], contract: nil, discounts: [])
    func plain(_ text: String) throws -> DemandRule {
      DemandRule(
        tiers: [.init(upTo: nil, price: try price(text))], floors: [], contract: nil, discounts: [])
    }
    let base = [ChargeSelector("energy"), ChargeSelector("demand"), ChargeSelector("fixed")]
    return [
      Charge(
        name: "fixed", kind: .fixed(.init(price: try price("1.35"), basis: .day)), rule: rule(8)),
      Charge(
        name: "fixed/meter", kind: .fixed(.init(price: try price("15.2"), basis: .month)),
        rule: rule(9)),
      Charge(name: "energy", kind: .energy(energy), rule: rule(10)),
      Charge(
        name: "demand/facilities",
        kind: .demand(.init(window: nil, months: .all, unit: .kW, demand: facilities)),
        rule: rule(20)),
      Charge(
        name: "demand/on-peak",
        kind: .demand(.init(window: "on-peak", months: .all, unit: .kW, demand: try plain("4.1"))),
        rule: rule(22)),
      Charge(
        name: "demand/apparent",
        kind: .demand(.init(window: nil, months: .all, unit: .kVA, demand: try plain("0.777"))),
        rule: rule(24)),
      Charge(
        name: "reactive",
        kind: .reactive(
          .init(price: try price("0.0025"), freeShare: try Rate("0.3"), counted: .forward)),
        rule: rule(26)),
      Charge(
        name: "tax/city", kind: .tax(.init(rate: try Rate("0.0725"), base: base)), rule: rule(30)),
      Charge(
        name: "minimum",
        kind: .minimum(.init(amount: try Money(minimum), term: .month, base: base)),
        rule: rule(32)),
    ]
  }

  /// Two months of use; the first sets the ratchet of the second.
  static func wideUse() throws -> [MonthlyReading] {
    try [("2026-01", "1900.26"), ("2026-02", "1201.74")].map { iso, demand in
      var reading = try reading(iso, demand: demand)
      reading.energy = [
        RegisterEnergy(period: .peak, energy: try Energy(kilowattHours: "31234.567")),
        RegisterEnergy(period: .flat, energy: Energy(kilowattHours: 50001)),
        RegisterEnergy(period: .valley, energy: Energy(kilowattHours: 29999)),
      ]
      reading.windowDemand = ["on-peak": try Power("1100.55")]
      reading.maximumApparent = try Power("1333.333")
      reading.reactiveForward = Energy(kilowattHours: 44_000)
      return reading
    }
  }

  /// An account of the wide tariff.
  static func works(_ tariff: Tariff) throws -> Account {
    var account = Account(id: "US-7", tariff: tariff.id)
    account.contractDemand = Power(1500)
    account.transformers = try TransformerSet("500|630+2x1000+1000(cold)")
    return account
  }
}
