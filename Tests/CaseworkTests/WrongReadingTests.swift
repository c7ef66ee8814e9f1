import Billing
import Casework
import Quantities
import TariffFiles
import Tariffs
import TestSupport
import Testing
import Use

/// What a wrong reading of a rule would give is not what is computed; where the wrong reading can be
/// asked for, it gives the wrong figure, so that the figure is wrong for that reason.
@Suite("Wrong readings of the two worked bills")
struct WrongReadingTests {
  private func workedCase(_ name: String) throws -> WorkedCase {
    try #require(WorkedCaseTests.cases.first { $0.file.hasSuffix("/\(name).xml") }, "\(name)")
  }

  private func bill(
    _ workedCase: WorkedCase, book: TariffBook? = nil,
    _ change: (inout Account) -> Void = { _ in }
  ) throws -> Bill {
    var account = workedCase.account
    change(&account)
    let book = try book ?? WorkedCaseTests.book()
    return try #require(
      try Biller(terms: BillingTerms(book: book)).bills(
        for: account, use: .readings(workedCase.months.map(\.reading))
      ).bills.first)
  }

  /// The book with the losses of a tariff changed.
  private func book(
    _ id: String, losses change: (LossRule) -> LossRule
  ) throws -> TariffBook {
    var book = try WorkedCaseTests.book()
    let tariff = try #require(book.tariffs[id])
    let versions = tariff.versions.map { version in
      TariffVersion(
        inForce: version.inForce, eligibility: version.eligibility, timeOfUse: version.timeOfUse,
        demandWindows: version.demandWindows,
        demandIntervalSeconds: version.demandIntervalSeconds, rounding: version.rounding,
        terms: version.terms, losses: version.losses.map(change), charges: version.charges,
        rule: version.rule)
    }
    book.add(
      Tariff(
        id: tariff.id, area: tariff.area, currency: tariff.currency, timeZone: tariff.timeZone,
        titles: tariff.titles, versions: versions, file: tariff.file))
    return book
  }

  private func adjustment(_ bill: Bill) -> String {
    bill.amount(of: ChargeSelector("power-factor")).text(digits: 2)
  }

  @Test("Bill 1: losses count in the power factor, 0.79 and 3862.18; without them 0.85")
  func lossesInPowerFactor() throws {
    let worked = try workedCase("bill-1-losses-and-sub-meters")
    let right = try bill(worked)
    #expect(right.powerFactor?.description == "0.79")
    #expect(adjustment(right) == "3862.18")
    let without = try bill(
      worked,
      book: try book(worked.tariff) {
        LossRule(
          hoursPerMonth: $0.hoursPerMonth, copper: $0.copper, reactiveCopper: $0.reactiveCopper,
          allocation: $0.allocation, countsInPowerFactor: false, rule: $0.rule)
      })
    #expect(without.powerFactor?.description == "0.85")
  }

  @Test("Bill 1: above a load ratio of 40 % copper is 3 %, 4248 kWh of losses; at 2 % it were 3288")
  func copperBand() throws {
    let worked = try workedCase("bill-1-losses-and-sub-meters")
    func energy(_ bill: Bill) -> Quantity {
      bill.lines.reduce(.zero) { sum, line in
        guard case .quantity(let quantity, .kWh, _) = line.product else { return sum }
        return sum + quantity
      }
    }
    #expect(energy(try bill(worked)).description == "100248")
    let low = try bill(
      worked,
      book: try book(worked.tariff) {
        LossRule(
          hoursPerMonth: $0.hoursPerMonth,
          copper: .bands([.init(upTo: nil, share: Rate(units: 20_000_000_000))]),
          reactiveCopper: $0.reactiveCopper, allocation: $0.allocation,
          countsInPowerFactor: $0.countsInPowerFactor, rule: $0.rule)
      })
    #expect(energy(low).description == "99288")
  }

  @Test("Bill 1: sub-meters stand outside the base; inside, the adjustment were 4096.98")
  func subMetersInBase() throws {
    let worked = try workedCase("bill-1-losses-and-sub-meters")
    let inside = try bill(worked) { account in
      account.subMeters = account.subMeters.map {
        SubMeter(
          id: $0.id, measure: $0.measure, takenFrom: $0.takenFrom, tariff: $0.tariff,
          voltage: $0.voltage, isInPowerFactorBase: true)
      }
    }
    #expect(adjustment(inside) == "4096.98")
    #expect(adjustment(try bill(worked)) != "4096.98")
  }

  @Test(
    "Energy that is netted or left out gives another power factor than the bill's",
    arguments: [
      // 58 000 − 1200 + 18 816: reverse kvarh netted.
      ("bill-1-losses-and-sub-meters", 100_248, 75_616, "0.80", "0.79"),
      // 58 000 + 1200: active losses only.
      ("bill-1-losses-and-sub-meters", 100_248, 59_200, "0.86", "0.79"),
      // 1 020 000 − 20 000: reverse kvarh netted.
      ("2026-01-110kV-demand-paused", 2_480_000, 1_000_000, "0.93", "0.92"),
    ])
  func otherPowerFactor(
    name: String, active: Int, reactive: Int, wrong: String, right: String
  ) throws {
    #expect(
      PowerFactor(
        active: Energy(kilowattHours: active), reactive: Energy(kilowattHours: reactive)
      )?.description == wrong)
    #expect(try bill(try workedCase(name)).powerFactor?.description == right)
  }

  @Test(
    "Bill 2, February: the floor is of what is in use, 156 000.00; of 16 300 kVA it were 254 280.00"
  )
  func floorInUse() throws {
    let worked = try workedCase("bill-2-demand-paused")
    let biller = Biller(terms: BillingTerms(book: try WorkedCaseTests.book()))
    let use = MeteredUse.readings(worked.months.map(\.reading))
    let bills = try biller.bills(for: worked.account, use: use).bills
    #expect(
      bills.map { $0.amount(of: ChargeSelector("basic")).text(digits: 2) }.contains("156000.00"))
    var unpaused = worked.account
    unpaused.events.removeAll {
      if case .pause = $0.change { return true }
      if case .resume = $0.change { return true }
      return false
    }
    let wrong = try biller.bills(for: unpaused, use: use).bills
    #expect(wrong[1].amount(of: ChargeSelector("basic")).text(digits: 2) == "254280.00")
    #expect(bills[1].amount(of: ChargeSelector("basic")).text(digits: 2) == "156000.00")
  }

  @Test("Bill 2: reading A 1 852 521.91, B 1 839 301.69, the old one 1 865 742.13")
  func excessReadings() throws {
    let worked = try workedCase("2026-01-110kV-demand-paused")
    #expect(try bill(worked).total.text(digits: 2) == "1852521.91")
    #expect(try bill(worked) { $0.excessReading = .b }.total.text(digits: 2) == "1839301.69")
    #expect(try bill(worked) { $0.excessReading = .old }.total.text(digits: 2) == "1865742.13")
  }

  @Test("Bill 2: a pause on the 16th leaves January's demand charge alone; the later contract too")
  func pauseOnDemand() throws {
    let worked = try workedCase("2026-01-110kV-demand-paused")
    let line = try #require(try bill(worked).lines.first { $0.charge == "basic" })
    #expect(line.amount.text(digits: 2) == "314340.00")
    let unpaused = try bill(worked) { $0.events = [] }
    #expect(unpaused.lines.first { $0.charge == "basic" }?.amount == line.amount)
    // The contract of the remaining capacity from 16 January on: not allowed on a demand method.
    let early = try bill(worked) { $0.contractDemand = Power(4000) }
    #expect(early.lines.first { $0.charge == "basic" }?.amount != line.amount)
  }

  @Test("Bill 2 on capacity: 15 days in use, 320 860.00; counting free days would give 315 736.00")
  func daysInUse() throws {
    let worked = try workedCase("2026-01-110kV-capacity-paused")
    let basic = try bill(worked).amount(of: ChargeSelector("basic"))
    #expect(basic.text(digits: 2) == "320860.00")
    // 244 000 + 6300 × 24.4 × 14 ÷ 30, sixteen free days taken off thirty.
    #expect(basic.text(digits: 2) != "315736.00")
  }
}
