import Advice
import Billing
import Quantities
import Tariffs
import TestSupport
import Testing
import Use

@Suite("What a contract demand costs, kept or exceeded")
struct ContractTermsTests {
  private typealias Support = ContractCaseSupport

  @Test(
    "Contract 1000 kW: 1300 kW bills 1550 by A, 1500 by B, 1600 by the old reading",
    arguments: [
      (ExcessReading.a, "1300", "1550"),  // 1050 + 2 × 250
      (.b, "1300", "1500"),  // 1000 + 2 × 250
      (.old, "1300", "1600"),  // 1000 + 2 × 300
      (.a, "1050", "1000"), (.b, "1050", "1000"), (.old, "1050", "1100"),
      (.a, "1050.000001", "1050.000002"), (.b, "1050.000001", "1000.000002"),
      (.old, "1000", "1000"), (.a, "0", "1000"),
    ])
  func readings(reading: ExcessReading, metered: String, billed: String) {
    let terms = Support.terms(reading)
    #expect(
      terms.billedDemand(metered: Support.power(metered), contract: Power(1000))
        == Support.power(billed))
  }

  @Test("Below a floor of 400.5 kW the least contract is 401 kW, and 300 kW costs 400.5")
  func floor() {
    let terms = Support.terms(.a, floor: "400.5", cap: "1000.9")
    #expect(terms.least == Power(401))
    #expect(terms.most == Power(1000))
    // 1.05 × 400.5 = 420.525
    #expect(terms.limit(of: Power(300)) == Support.power("420.525"))
    #expect(
      terms.billedDemand(metered: Power(420), contract: Power(300)) == Support.power("400.5"))
    // 420.525 + 2 × 0.475
    #expect(
      terms.billedDemand(metered: Power(421), contract: Power(300)) == Support.power("421.475"))
  }

  @Test("1050 kW is covered by 1000 kW, a milliwatt more by 1001, and by itself by the old reading")
  func covering() {
    #expect(Support.terms(.a).covering(Power(1050)) == Power(1000))
    #expect(Support.terms(.b).covering(Support.power("1050.000001")) == Power(1001))
    #expect(Support.terms(.old).covering(Support.power("1049.2")) == Power(1050))
    #expect(Support.terms(.a).covering(.zero) == .zero)
  }

  @Test("300 random months bill what the engine bills, to the milliwatt", arguments: [11, 12, 13])
  func engine(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<100 {
      let reading = ExcessReading.allCases[Int.random(in: 0..<3, using: &random)]
      let capacity = Int.random(in: 1000...20_000, using: &random)
      let share = ["0", "0.4", "0.333333"].randomElement(using: &random) ?? "0"
      let contract = Power(units: Int128.random(in: 0...12_000_000_000, using: &random))
      let metered = Power(units: Int128.random(in: 0...14_000_000_000, using: &random))
      let terms = ContractTerms(
        floor: Power(capacity).times(Support.rate(share)), cap: Power(capacity),
        allowance: Support.rate("1.05"), reading: reading)
      #expect(
        try billed(
          metered: metered, contract: contract, capacity: capacity, share: share, reading: reading)
          == terms.billedDemand(metered: metered, contract: contract).quantity,
        "seed \(seed): \(reading) \(contract) kW, \(metered) kW, \(share) of \(capacity) kVA")
    }
  }

  /// The quantity on the bill of a tariff with nothing but a basic charge.
  private func billed(
    metered: Power, contract: Power, capacity: Int, share: String, reading: ExcessReading
  ) throws -> Quantity? {
    let place = RuleReference(source: nil, file: "test.xml", line: 1)
    let rule = DemandRule(
      tiers: [.init(upTo: nil, price: .literal(Price(40)))],
      floors: [.capacityUnderContract(Support.rate(share))],
      contract: .init(
        allowance: Support.rate("1.05"), reading: reading, withoutContract: .floor),
      discounts: [])
    let basic = Charge(
      name: "basic",
      kind: .basic(
        BasicCharge(methods: [.init(method: .contractDemand, basis: .demand(rule), rule: place)])),
      rule: place)
    let always = try #require(DateRange(from: CalendarDate(dayNumber: 10_957), to: nil))
    let version = TariffVersion(
      inForce: always, eligibility: [], timeOfUse: .undivided, demandWindows: [],
      demandIntervalSeconds: 900, rounding: BillRounding(), terms: .unbound, charges: [basic],
      rule: place)
    let tariff = Tariff(
      id: "test", area: "test", currency: "CNY", timeZone: "Asia/Shanghai", titles: [:],
      versions: [version], file: "test.xml")
    var account = Account(id: "A", tariff: "test")
    account.powerFactorStandard = .none
    account.contractDemand = contract
    account.transformers = try TransformerSet("\(capacity)")
    var month = MonthlyReading(month: Support.january)
    month.total = Energy(kilowattHours: 1000)
    month.maximumDemand = metered
    let bills = try Biller(terms: BillingTerms(book: TariffBook(tariffs: [tariff])))
      .bills(for: account, use: .readings([month])).bills
    guard case .quantity(let quantity, _, _)? = bills.first?.lines.first?.product else {
      return nil
    }
    return quantity
  }
}
