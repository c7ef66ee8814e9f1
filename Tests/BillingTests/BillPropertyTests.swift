import Billing
import Quantities
import Tariffs
import TestSupport
import Testing
import Use

@Suite("What holds for every bill")
struct BillPropertyTests {
  private static let tariff: Tariff = {
    let periods: [PeriodPrice] = [
      (PeriodName.sharp, "1.0121"), (.peak, "0.809061"), (.flat, "0.613986"), (.valley, "0.395024"),
    ].map { Fixtures.period($0, [(nil, $1)]) }
    let energy = EnergyCharge(
      billing: .derived,
      components: [
        PriceComponent(
          name: "funds", price: Fixtures.price("0.0452"), floats: false, isFund: true,
          inPowerFactorBase: false)
      ], periods: periods)
    let rule = Fixtures.demandRule(
      price: "39", floors: [.capacityUnderContract(Fixtures.rate("0.4"))],
      contract: .init(allowance: Fixtures.rate("1.05"), reading: .a, withoutContract: .floor))
    return Fixtures.tariff(
      [
        Fixtures.basic(.contractDemand, rule), Fixtures.charge("energy", .energy(energy)),
        Fixtures.charge(
          "tax/city",
          .tax(
            TaxCharge(
              rate: Fixtures.rate("0.0317"),
              base: [ChargeSelector("basic"), ChargeSelector("energy")]))),
      ], hours: Fixtures.hours, rounding: BillRounding(energyDigits: 0))
  }()

  private func reading(_ generator: inout SplitMix64) -> MonthlyReading {
    var reading = MonthlyReading(month: Fixtures.month)
    for period in Fixtures.hours.periods {
      let millionths = Int64.random(in: 0...2_000_000_000_000, using: &generator)
      reading.energy.append(
        RegisterEnergy(period: period, energy: Energy(millijoules: Int128(millionths) * 3600)))
    }
    reading.maximumDemand = Power(
      units: Int128(Int64.random(in: 0...20_000_000_000, using: &generator)))
    return reading
  }

  private let account = Fixtures.account {
    $0.transformers = try? TransformerSet("16300")
    $0.contractDemand = Power(6800)
  }

  private func bill(_ reading: MonthlyReading) throws -> Bill {
    try #require(try Fixtures.bills(Self.tariff, account, [reading]).first)
  }

  @Test("The lines add up to the total, and each is its exact amount rounded: 1,000 seeded months")
  func linesAddUp() throws {
    for seed in UInt64(0)..<1000 {
      var generator = SplitMix64(seed: seed)
      let bill = try bill(reading(&generator))
      #expect(bill.lines.reduce(Money.zero) { $0 + $1.amount } == bill.total, "seed \(seed)")
      for line in bill.lines {
        #expect(line.amount.text(digits: 2) == line.exactAmount.text(digits: 2), "seed \(seed)")
        #expect(
          (line.amount - line.exactAmount).magnitude <= Fixtures.money("0.005"), "seed \(seed)")
      }
    }
  }

  @Test("Energy split into two registers costs the same but for rounding: 1,000 seeded months")
  func splitting() throws {
    for seed in UInt64(0)..<1000 {
      var generator = SplitMix64(seed: seed)
      let whole = reading(&generator)
      var first = whole
      var second = whole
      for index in whole.energy.indices {
        let total = whole.energy[index].energy.millijoules
        let part = total * Int128(Int64.random(in: 0...1000, using: &generator)) / 1000
        first.energy[index].energy = Energy(millijoules: part)
        second.energy[index].energy = Energy(millijoules: total - part)
      }
      let selector = ChargeSelector("energy")
      let together = try bill(whole).amount(of: selector)
      let apart = try bill(first).amount(of: selector) + bill(second).amount(of: selector)
      // Up to half a kilowatt-hour per register and part, at the dearest price, and half a cent.
      #expect((together - apart).magnitude <= Fixtures.money("6.10"), "seed \(seed)")
    }
  }

  @Test("More energy never lowers energy and fund lines: 1,000 seeded months")
  func monotone() throws {
    for seed in UInt64(0)..<1000 {
      var generator = SplitMix64(seed: seed)
      let less = reading(&generator)
      var more = less
      let index = Int.random(in: 0..<4, using: &generator)
      more.energy[index].energy += Energy(
        millijoules: Int128(Int64.random(in: 0...3_600_000_000_000, using: &generator)))
      let lower = try bill(less)
      let upper = try bill(more)
      for name in ["energy", "funds"] {
        #expect(
          lower.amount(of: ChargeSelector(name)) <= upper.amount(of: ChargeSelector(name)),
          "seed \(seed)")
      }
    }
  }

  @Test("A tariff too large for an account bills under its fallback, and says so")
  func fallback() throws {
    let small = CapacityRange(lower: nil, upper: .init(capacity: Power(100), isIncluded: true))
    let two = Fixtures.tariff(
      [Fixtures.flatEnergy("1")],
      eligibility: [EligibilityRule(capacity: small, fallback: "single", rule: Fixtures.rule)])
    let single = Fixtures.tariff([Fixtures.flatEnergy("2")], id: "single")
    let biller = Biller(terms: BillingTerms(book: TariffBook(tariffs: [two, single])))
    func bill(_ kva: String) throws -> Bill? {
      let account = Fixtures.account { $0.transformers = try? TransformerSet(kva) }
      return try biller.bills(
        for: account, use: .readings([Fixtures.reading(kWh: "10")])
      ).bills.first
    }
    #expect(try bill("100")?.total.text(digits: 2) == "20.00")
    #expect(
      try bill("100")?.notes == [
        .billedUnderFallback(named: "test", billed: "single", capacity: Power(100))
      ])
    #expect(try bill("100.001")?.total.text(digits: 2) == "10.00")
  }

  @Test("Minimums: 25.00 a month tops 10.00 up by 15.00; 1000.00 a year is settled in December")
  func minimums() throws {
    let monthly = Fixtures.tariff([
      Fixtures.flatEnergy("1"),
      Fixtures.charge(
        "minimum",
        .minimum(
          MinimumCharge(
            amount: Fixtures.money("25"), term: .month, base: [ChargeSelector("energy")]))),
    ])
    let bill = try Fixtures.bills(monthly, readings: [Fixtures.reading(kWh: "10")]).first
    #expect(Fixtures.line(bill, "minimum")?.amount.text(digits: 2) == "15.00")
    #expect(
      Fixtures.line(
        try Fixtures.bills(monthly, readings: [Fixtures.reading(kWh: "25")]).first, "minimum")
        == nil)

    let yearly = Fixtures.tariff([
      Fixtures.flatEnergy("1"),
      Fixtures.charge(
        "minimum",
        .minimum(
          MinimumCharge(
            amount: Fixtures.money("1000"), term: .year, base: [ChargeSelector("energy")]))),
    ])
    let readings = (0..<12).map { Fixtures.reading(Fixtures.month.adding($0), kWh: "50") }
    let year = try Fixtures.bills(yearly, readings: readings)
    #expect(year.dropLast().allSatisfy { Fixtures.line($0, "minimum") == nil })
    #expect(Fixtures.line(year.last, "minimum")?.amount.text(digits: 2) == "400.00")
    let part = try Fixtures.bills(yearly, readings: Array(readings.suffix(3)))
    #expect(part.last?.notes.contains(.annualMinimumOpen(monthsKnown: 3)) == true)
  }
}
