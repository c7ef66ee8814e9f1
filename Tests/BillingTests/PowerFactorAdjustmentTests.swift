import Billing
import Quantities
import Tariffs
import TestSupport
import Testing
import Use

@Suite("The power-factor adjustment follows the 1983 table")
struct PowerFactorAdjustmentTests {
  /// Standard 0.90 by the increments of the rule, without the table file.
  private static let table = PowerFactorTable(
    standard: .p90,
    rates: (0...100).map { hundredths in
      let percentHundredths: Int
      switch hundredths {
      case 95...100: percentHundredths = -75
      case 90...94: percentHundredths = -15 * (hundredths - 90)
      case 70...89: percentHundredths = 50 * (90 - hundredths)
      case 65...69: percentHundredths = 1000 + 100 * (70 - hundredths)
      default: percentHundredths = 1500 + 200 * (65 - hundredths)
      }
      return Rate(units: Int128(percentHundredths) * 100_000_000)
    }, rule: Fixtures.rule)

  private func bill(
    kWh: String, forward: String, reverse: String = "0", price: String = "1",
    counted: ReactiveCount = .forwardAndReverse
  ) throws -> Bill {
    let adjustment = PowerFactorCharge(
      tables: [Self.table], base: [ChargeSelector("energy")], standards: [], counted: counted)
    let tariff = Fixtures.tariff([
      Fixtures.flatEnergy(price), Fixtures.charge("power-factor", .powerFactor(adjustment)),
    ])
    let account = Fixtures.account { $0.powerFactorStandard = .set(.p90) }
    let reading = Fixtures.reading(kWh: kWh) {
      $0.reactiveForward = Fixtures.kWh(forward)
      $0.reactiveReverse = Fixtures.kWh(reverse)
    }
    return try #require(try Fixtures.bills(tariff, account, [reading]).first)
  }

  @Test(
    "Published months: 0.65 costs 15 %, 0.91 earns 0.15 %, 0.80 costs 5 %",
    arguments: [
      ("50000", "59000", "0.60", "4500.00"),  // 30 000 × 15 %
      ("14880", "6780", "1", "-22.32"),  // 14 880 × −0.15 %
      ("40000", "30000", "0.25", "500.00"),  // 10 000 × 5 %
    ])
  func published(kWh: String, kvarh: String, price: String, amount: String) throws {
    let bill = try bill(kWh: kWh, forward: kvarh, price: price)
    #expect(Fixtures.line(bill, "power-factor")?.amount.text(digits: 2) == amount)
  }

  @Test("Reactive energy fed back counts as drawn: 25 000 + 5 000 kvarh on 40 000 kWh is 0.80")
  func overCompensation() throws {
    #expect(
      try bill(kWh: "40000", forward: "25000", reverse: "5000").powerFactor?.description == "0.80")
    #expect(
      try bill(kWh: "40000", forward: "25000", reverse: "5000", counted: .forward).powerFactor?
        .description == "0.85")
  }

  @Test(
    "Every step has both sides: one kvarh turns 0.90 to 0.89 at 0.895",
    arguments: [
      // tan φ at 0.895 is 0.49839792…; at 0.945 it is 0.34610616….
      ("1000000", "498397", "0.90", "0"), ("1000000", "498398", "0.89", "0.005"),
      ("1000000", "346106", "0.95", "-0.0075"), ("1000000", "346107", "0.94", "-0.006"),
    ])
  func steps(kWh: String, kvarh: String, value: String, rate: String) throws {
    let bill = try bill(kWh: kWh, forward: kvarh)
    #expect(bill.powerFactor?.description == value)
    guard case .share(_, let found) = Fixtures.line(bill, "power-factor")?.product else {
      Issue.record("no adjustment")
      return
    }
    #expect(found.description == rate)
  }

  @Test("A month without energy has no adjustment, and the bill says so")
  func noEnergy() throws {
    let bill = try bill(kWh: "0", forward: "10")
    #expect(Fixtures.line(bill, "power-factor") == nil)
    #expect(bill.notes.contains(.noEnergyNoPowerFactor))
  }

  @Test("Reactive energy that was not read is asked for, not taken for zero")
  func missingReactive() throws {
    let adjustment = PowerFactorCharge(
      tables: [Self.table], base: [], standards: [], counted: .forward)
    let tariff = Fixtures.tariff([Fixtures.charge("power-factor", .powerFactor(adjustment))])
    let account = Fixtures.account { $0.powerFactorStandard = .set(.p90) }
    #expect(
      throws: BillingFailure([
        .missingUse(.reactive, charge: "power-factor", month: Fixtures.month)
      ])
    ) { try Fixtures.bills(tariff, account, [Fixtures.reading()]) }
  }

  @Test("The standard follows capacity and voltage where the account does not say")
  func standardByRule() throws {
    let over160 = CapacityRange(lower: .init(capacity: Power(160), isIncluded: false), upper: nil)
    let adjustment = PowerFactorCharge(
      tables: [Self.table], base: [ChargeSelector("energy")],
      standards: [.init(standard: .p90, capacity: over160, voltages: [.from1To10kV])],
      counted: .forward)
    let tariff = Fixtures.tariff([
      Fixtures.flatEnergy("1"), Fixtures.charge("power-factor", .powerFactor(adjustment)),
    ])
    func line(_ kva: String, _ voltage: Voltage) throws -> BillLine? {
      let account = Fixtures.account {
        $0.powerFactorStandard = .byRule
        $0.transformers = try? TransformerSet(kva)
        $0.voltage = voltage
      }
      let reading = Fixtures.reading { $0.reactiveForward = .zero }
      return Fixtures.line(try Fixtures.bills(tariff, account, [reading]).first, "power-factor")
    }
    #expect(try line("161", .from1To10kV)?.amount.text(digits: 2) == "-7.50")
    #expect(try line("160", .from1To10kV) == nil)
    #expect(try line("161", .below1kV) == nil)
  }
}
