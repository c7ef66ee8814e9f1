import Advice
import Billing
import Quantities
import Tariffs
import TestSupport
import Testing
import Use

/// Advice on the contract demand, held to every whole kilowatt there is.
@Suite("The contract demand that costs least")
struct ContractTests {
  /// A small account under the rules of 2016: 100 kVA, contracts of 40 to 100 kW.
  private static func subject(
    demands: [Int], contract: Int?, reading: ExcessReading?
  ) throws -> AccountCase {
    let price = PriceSource.literal(try Price("39"))
    let rule = DemandRule(
      tiers: [.init(upTo: nil, price: price)],
      floors: [.capacityUnderContract(try Rate("0.4"))],
      contract: .init(allowance: try Rate("1.05"), reading: .a, withoutContract: .floor),
      discounts: [])
    let basic = BasicCharge(methods: [
      .init(method: .contractDemand, basis: .demand(rule), rule: Fixtures.rule(33))
    ])
    let tariff = Fixtures.tariff(
      "cn-jiangnan-contract", title: "Jiangnan, contract demand",
      charges: [Charge(name: "basic", kind: .basic(basic), rule: Fixtures.rule(28))],
      rounding: BillRounding(energyDigits: 0, demandDigits: 3, periodPriceDigits: 4),
      range: try Fixtures.range("2025-01-01"))
    var account = Account(id: "C-1", tariff: tariff.id)
    account.transformers = try TransformerSet("100")
    account.basicCharge = .contractDemand
    account.contractDemand = contract.map { Power($0) }
    account.excessReading = reading
    let readings = demands.enumerated().map { index, demand in
      var reading = MonthlyReading(month: Fixtures.month("2025-01").adding(index))
      reading.energy = Fixtures.periods.map {
        RegisterEnergy(period: $0, energy: Energy(millijoules: 36_000_000_000_000))
      }
      reading.maximumDemand = Power(demand)
      return reading
    }
    let terms = BillingTerms(book: TariffBook(tariffs: [tariff]))
    return AccountCase(account: account, use: .readings(readings), biller: Biller(terms: terms))
  }

  private static func total(_ subject: AccountCase, contract: Int) throws -> Money {
    var changed = subject
    changed.account.contractDemand = Power(contract)
    return try changed.bills().total
  }

  @Test(
    "The audit's contract demand costs as little as any whole kilowatt, and is advised only where it saves",
    arguments: [ExcessReading.a, .b, .old])
  func everyKilowatt(reading: ExcessReading) throws {
    var random = SplitMix64(seed: 20_160_701)
    for _ in 0..<5 {
      let demands = (0..<6).map { _ in Int.random(in: 22...95, using: &random) }
      let declared = Int.random(in: 40...100, using: &random)
      let subject = try Self.subject(demands: demands, contract: declared, reading: reading)
      let audit = try Audit(subject)
      let least = try #require(
        try (40...100).map { try Self.total(subject, contract: $0) }.min())
      let found = audit.recommendations.first { $0.lever.name == "contract-demand" }
      #expect(audit.bill.total - (found?.saving ?? .zero) == least, "\(demands), \(declared)")
      let codes = audit.findings.map(\.code).filter {
        $0 == .contractTooHigh || $0 == .contractTooLow
      }
      guard case .contractDemand(.plan(.always(let best)))? = found?.lever else {
        #expect(found == nil && codes.isEmpty, "\(demands), \(declared)")
        continue
      }
      #expect(codes == [best > Power(declared) ? .contractTooLow : .contractTooHigh])
    }
  }

  @Test("One month far beyond the contract is no reason to pay a higher one all year")
  func exceeded() throws {
    let demands = [40, 41, 39, 40, 40, 39, 42, 40, 39, 40, 41, 60]
    let audit = try Audit(try Self.subject(demands: demands, contract: 40, reading: nil))
    #expect(!audit.findings.contains { $0.code == .contractTooLow })
    #expect(audit.recommendations.isEmpty)
  }

  @Test("A finding names the best value and what it saves, re-billed")
  func evidence() throws {
    let subject = try Self.subject(
      demands: [63, 63, 63, 63, 63, 63], contract: 90, reading: nil)
    let finding = try #require(
      try Audit(subject).findings.first { $0.code == .contractTooHigh })
    #expect(finding.value("best_contract_demand_kw") == .power(Power(60)))
    // Six months of 30 kW less at 39 CNY.
    #expect(finding.value("saving") == .money(Money(7_020)))
  }

  @Test("An account without a declared contract is advised against its floor")
  func undeclared() throws {
    let subject = try Self.subject(demands: [80, 80, 80], contract: nil, reading: nil)
    let finding = try #require(try Audit(subject).findings.first { $0.code == .contractTooLow })
    #expect(finding.value("contract_demand_kw") == .power(Power(40)))
    // 80 ÷ 1.05 = 76.2.
    #expect(finding.value("best_contract_demand_kw") == .power(Power(77)))
  }
}
