import Billing
import Quantities
import Tariffs
import TestSupport
import Testing
import Use

@Suite("Billed demand follows the contract, the floor and the ratchet")
struct DemandTests {
  private func billed(
    contract: String?, metered: String, reading: ExcessReading, capacity: String = "1000",
    floor: String? = nil, without: DemandRule.WithoutContract = .floor
  ) throws -> String? {
    let rule = Fixtures.demandRule(
      price: "40", floors: floor.map { [.capacityUnderContract(Fixtures.rate($0))] } ?? [],
      contract: .init(
        allowance: Fixtures.rate("1.05"), reading: reading, withoutContract: without))
    let account = Fixtures.account {
      $0.contractDemand = contract.map(Fixtures.power)
      $0.transformers = try? TransformerSet(capacity)
    }
    let bills = try Fixtures.bills(
      Fixtures.tariff([Fixtures.basic(.contractDemand, rule)]), account,
      [Fixtures.reading(kW: metered)])
    return Fixtures.line(bills.first, "basic")?.quantityText
  }

  @Test(
    "Contract 1000 kW: 1300 kW bills 1550 by A, 1500 by B, 1600 by the old reading",
    arguments: [
      (ExcessReading.a, "1300", "1550"),  // 1050 + 2 × 250
      (.b, "1300", "1500"),  // 1000 + 2 × 250
      (.old, "1300", "1600"),  // 1000 + 2 × 300
      (.a, "1050", "1000"), (.b, "1050", "1000"), (.old, "1050", "1100"),
      (.a, "1050.01", "1050.02"), (.b, "1050.01", "1000.02"), (.old, "1000", "1000"),
      (.a, "999", "1000"), (.b, "0", "1000"),
    ])
  func excess(reading: ExcessReading, metered: String, expected: String) throws {
    #expect(try billed(contract: "1000", metered: metered, reading: reading) == expected)
  }

  @Test("A contract below 40 % of 20 000 kVA is raised to 8000 kW, and its allowance to 8400")
  func floorUnderContract() throws {
    #expect(
      try billed(contract: "5000", metered: "2871", reading: .a, capacity: "20000", floor: "0.4")
        == "8000")
    #expect(
      try billed(contract: "5000", metered: "8400", reading: .a, capacity: "20000", floor: "0.4")
        == "8000")
    #expect(
      try billed(contract: "5000", metered: "8401", reading: .a, capacity: "20000", floor: "0.4")
        == "8402")
    #expect(
      try billed(contract: "8001", metered: "2871", reading: .a, capacity: "20000", floor: "0.4")
        == "8001")
  }

  @Test(
    "Without a contract: the floor with its excess rule, or the metered demand, as the tariff says")
  func withoutContract() throws {
    #expect(
      try billed(contract: nil, metered: "8500", reading: .a, capacity: "20000", floor: "0.4")
        == "8600")
    #expect(
      try billed(
        contract: nil, metered: "8500", reading: .a, capacity: "20000", floor: "0.4",
        without: .metered) == "8500")
    #expect(
      try billed(
        contract: nil, metered: "7999", reading: .a, capacity: "20000", floor: "0.4",
        without: .metered) == "8000")
  }

  @Test("The account's reading of the rule goes before the tariff's")
  func accountReading() throws {
    let rule = Fixtures.demandRule(
      contract: .init(allowance: Fixtures.rate("1.05"), reading: .a, withoutContract: .floor))
    let account = Fixtures.account {
      $0.contractDemand = Fixtures.power("1000")
      $0.excessReading = .b
    }
    let bills = try Fixtures.bills(
      Fixtures.tariff([Fixtures.basic(.contractDemand, rule)]), account,
      [Fixtures.reading(kW: "1300")])
    #expect(Fixtures.line(bills.first, "basic")?.quantityText == "1500")
  }

  @Test(
    "260 kWh/kVA on 1000 kVA: 260 000 kWh earns 10 % off, 259 999.999999 does not",
    arguments: [("260000", "36"), ("259999.999999", "40"), ("260000.000001", "36")])
  func discount(kWh: String, price: String) throws {
    let rule = Fixtures.demandRule(
      price: "40",
      discounts: [
        .init(
          energyPerCapacity: Quantity(260), factor: Fixtures.rate("0.90"), rule: Fixtures.rule)
      ])
    let account = Fixtures.account { $0.transformers = try? TransformerSet("1000") }
    let bills = try Fixtures.bills(
      Fixtures.tariff([Fixtures.basic(.actualDemand, rule)]), account,
      [Fixtures.reading(kWh: kWh, kW: "500")])
    guard case .quantity(_, _, let found) = Fixtures.line(bills.first, "basic")?.product else {
      Issue.record("no basic line")
      return
    }
    #expect(found.description == price)
  }

  @Test("A ratchet of 80 % over 11 months looks at the months named and says what it cannot see")
  func ratchet() throws {
    let rule = Fixtures.demandRule(
      floors: [
        .ratchet(
          share: Fixtures.rate("0.8"), monthsBack: 11, months: MonthSet([6, 7, 8, 9]))
      ])
    let tariff = Fixtures.tariff([
      Fixtures.charge(
        "demand/all", .demand(DemandCharge(window: nil, months: .all, unit: .kW, demand: rule)))
    ])
    let months = (0..<12).map { Fixtures.month.adding($0) }
    let readings = months.map { month in
      Fixtures.reading(month, kW: month.number == 5 ? "900" : month.number == 7 ? "500" : "100")
    }
    let bills = try Fixtures.bills(tariff, readings: readings)
    // July's 500 kW set 400 kW from August on; May's 900 kW are in no ratchet month.
    #expect(
      bills.map { Fixtures.line($0, "demand/all")?.quantityText }
        == ["100", "100", "100", "100", "900", "100", "500", "400", "400", "400", "400", "400"])
    #expect(bills[0].notes.contains(.shortHistory(known: 0, needed: 4)))
  }

  @Test(
    "A ratchet on a window looks back at that window: 100 kW then 80 kW, 500 kW overall, bills 80")
  func windowRatchet() throws {
    let rule = Fixtures.demandRule(
      floors: [.ratchet(share: Fixtures.rate("0.5"), monthsBack: 1, months: .all)])
    let tariff = Fixtures.tariff([
      Fixtures.charge(
        "demand/on-peak",
        .demand(DemandCharge(window: "on-peak", months: .all, unit: .kW, demand: rule)))
    ])
    let readings = [("100", 0), ("80", 1)].map { kW, month in
      Fixtures.reading(Fixtures.month.adding(month), kW: "500") {
        $0.windowDemand = ["on-peak": Fixtures.power(kW)]
      }
    }
    let bills = try Fixtures.bills(tariff, readings: readings)
    #expect(bills.map { Fixtures.line($0, "demand/on-peak")?.quantityText } == ["100", "80"])
  }

  @Test("A method the tariff does not have, and a demand nobody metered, are named")
  func refusals() throws {
    let tariff = Fixtures.tariff([Fixtures.basic(.contractDemand, Fixtures.demandRule())])
    let wrong = Fixtures.account { $0.basicCharge = .actualDemand }
    #expect(
      throws: BillingFailure([
        .methodNotAllowed(.actualDemand, allowed: [.contractDemand], tariff: "test")
      ])
    ) { try Fixtures.bills(tariff, wrong, [Fixtures.reading(kW: "1")]) }
    #expect(
      throws: BillingFailure([
        .missingUse(.maximumDemand, charge: "basic", month: Fixtures.month)
      ])
    ) { try Fixtures.bills(tariff, Fixtures.account(), [Fixtures.reading()]) }
  }
}

extension Fixtures {
  static func bills(_ tariff: Tariff, readings: [MonthlyReading]) throws -> [Bill] {
    try bills(tariff, account(), readings)
  }
}
