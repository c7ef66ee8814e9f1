import Billing
import Quantities
import Tariffs
import TestSupport
import Testing
import Use

@Suite("Supply lines, sub-meters and losses change the bill by their rules")
struct SupplyTests {
  @Test("Two lines of half the size cost what one costs, when their demands add up")
  func supplyLines() throws {
    let rule = Fixtures.demandRule(
      price: "30", floors: [.capacityUnderContract(Fixtures.rate("0.4"))],
      contract: .init(allowance: Fixtures.rate("1.05"), reading: .a, withoutContract: .metered))
    let tariff = Fixtures.tariff([Fixtures.basic(.contractDemand, rule)])
    for seed in UInt64(0)..<200 {
      var generator = SplitMix64(seed: seed)
      let demand = Int.random(in: 0...1000, using: &generator) * 2
      let capacity = Int.random(in: 1...20, using: &generator) * 200
      let single = Fixtures.account { $0.transformers = try? TransformerSet("\(capacity)") }
      let double = Fixtures.account {
        $0.lines = ["L1", "L2"].map { SupplyLine(id: $0, capacity: Power(capacity / 2)) }
      }
      let one = try Fixtures.bills(tariff, single, [Fixtures.reading(kW: "\(demand)")]).first
      let two = try Fixtures.bills(
        tariff, double,
        [
          Fixtures.reading {
            $0.lineDemand = ["L1": Power(demand / 2), "L2": Power(demand / 2)]
          }
        ]
      ).first
      #expect(one?.total == two?.total, "seed \(seed)")
      #expect(one?.billedDemand == two?.billedDemand, "seed \(seed)")
    }
  }

  @Test(
    "A sub-meter of 0 % changes nothing; one of 5 % of 100 000 kWh moves 5000 kWh to its tariff")
  func subMeters() throws {
    let main = Fixtures.tariff([Fixtures.flatEnergy("0.5")])
    let other = Fixtures.tariff([Fixtures.flatEnergy("0.7")], id: "other")
    let biller = Biller(terms: BillingTerms(book: TariffBook(tariffs: [main, other])))
    func bill(_ ratio: String?) throws -> Bill? {
      let account = Fixtures.account {
        $0.subMeters =
          ratio.map {
            [
              SubMeter(
                id: "office", measure: .ratio(Fixtures.rate($0)), takenFrom: .flat, tariff: "other",
                voltage: nil, isInPowerFactorBase: false)
            ]
          } ?? []
      }
      return try biller.bills(
        for: account, use: .readings([Fixtures.reading(kWh: "100000")])
      ).bills.first
    }
    #expect(try bill("0")?.total == bill(nil)?.total)
    let lines = try bill("0.05")?.lines ?? []
    #expect(
      lines.map { "\($0.quantityText) \($0.amount.text(digits: 2))" } == [
        "95000 47500.00", "5000 3500.00",
      ])
    #expect(lines.map(\.point) == [nil, "office"])
  }

  @Test("Losses of S11-200: 0.325 kW × 720 h + 2 % of 46 080 kWh = 1155.6 kWh")
  func losses() throws {
    #expect(try lossyBill(kWh: "46080").map(\.quantityText) == ["47235.6"])
    // One kilowatt-hour more and the load ratio passes 0.40: 3 %.
    #expect(try lossyBill(kWh: "46081").map(\.quantityText) == ["47697.4"])
  }

  @Test(
    "3 % of the customer's line: 1417.1 kWh of metered and transformer losses, 1382.4 of metered alone"
  )
  func lineLoss() throws {
    // 46 080 + 1155.6 = 47 235.6 kWh; × 3 % = 1417.068; 46 080 × 3 % = 1382.4.
    #expect(try lossyBill(kWh: "46080", lineLoss: "0.03").map(\.quantityText) == ["48652.7"])
    #expect(
      try lossyBill(kWh: "46080", lineLoss: "0.03", base: .metered).map(\.quantityText) == ["48618"]
    )
  }

  @Test("A point beside the main meter is billed under its tariff and takes nothing from the main")
  func parallelPoint() throws {
    let main = Fixtures.tariff([Fixtures.flatEnergy("0.5")])
    let other = Fixtures.tariff([Fixtures.flatEnergy("0.7")], id: "other")
    let account = Fixtures.account {
      $0.subMeters = [
        SubMeter(
          id: "shop", measure: .meter, takenFrom: .none, tariff: "other", voltage: nil,
          isInPowerFactorBase: false)
      ]
    }
    let biller = Biller(terms: BillingTerms(book: TariffBook(tariffs: [main, other])))
    let reading = Fixtures.reading(kWh: "1000") {
      $0.subMeters = ["shop": Energy(kilowattHours: 200)]
    }
    let bill = try biller.bills(for: account, use: .readings([reading])).bills.first
    #expect(bill?.lines.map(\.quantityText) == ["1000", "200"])
    #expect(bill?.total.text(digits: 2) == "640.00")
    #expect(
      throws: BillingFailure([.missingSubMeter("shop", month: Fixtures.month)])
    ) { try biller.bills(for: account, use: .readings([Fixtures.reading(kWh: "1000")])) }
  }

  private func lossyBill(
    kWh: String, lineLoss: String = "0", base: LossRule.LineLossBase = .meteredAndTransformer
  ) throws -> [BillLine] {
    let rule = LossRule(
      hoursPerMonth: 720,
      copper: .bands([
        .init(upTo: Fixtures.rate("0.40"), share: Fixtures.rate("0.02")),
        .init(upTo: nil, share: Fixtures.rate("0.03")),
      ]), reactiveCopper: Fixtures.rate("0.028"), lineLossBase: base, allocation: .proRata,
      countsInPowerFactor: true,
      rule: Fixtures.rule)
    let account = Fixtures.account {
      $0.meteringSide = .lowVoltage
      $0.lineLoss = Fixtures.rate(lineLoss)
      $0.units = [
        InstalledUnit(
          id: "T1", capacity: Power(200), group: 0,
          losses: .init(
            noLoad: Fixtures.power("0.325"), load: nil, noLoadCurrent: nil,
            shortCircuitVoltage: nil))
      ]
    }
    let tariff = Fixtures.tariff(
      [Fixtures.flatEnergy("0.5")], rounding: BillRounding(energyDigits: 1), losses: rule)
    return try Fixtures.bills(tariff, account, [Fixtures.reading(kWh: kWh)]).first?.lines ?? []
  }
}
