import Billing
import Quantities
import Tariffs
import TestSupport
import Testing
import Use

@testable import Advice

/// Accounts that buy in the market, whose purchase follows a curve of prices.
@Suite("Shift and battery under prices of the market")
struct MarketShiftTests {
  /// A month of 100 kW round the clock; from 12:00 on the market asks 0.50, before 0.20.
  private func subject() throws -> AccountCase {
    let month = try #require(Month(iso: "2026-02"))
    var account = Account(id: "M", tariff: "cn-hubei-two-part")
    account.voltage = .from1To10kV
    account.transformers = try TransformerSet("1000")
    account.basicCharge = .capacity
    account.powerFactorStandard = .none
    account.energySource = .market
    account.curve = PriceCurve(
      byDate: [:],
      byMonth: [
        month: [
          .init(from: .midnight, price: try Price("0.2")),
          .init(from: try #require(ClockTime("12:00")), price: try Price("0.5")),
        ]
      ])
    let values = Array(repeating: Int64(100) * 900 * 1_000_000, count: 28 * 96)
    let profile = LoadProfile(
      firstDay: month.firstDay, intervalSeconds: 900, active: values, reactiveForward: values)
    return AccountCase(
      account: account, use: .intervals(profile),
      biller: Biller(terms: BillingTerms(book: try ShiftCase.book, asOf: Month(iso: "2026-01"))))
  }

  @Test(
    "A tenth moved from 0.50 to 0.20, where the other components are the same, saves 0.30 a kWh")
  func shift() throws {
    let change = try WhatIf(
      subject(), levers: [.shiftFlexible(FlexibleShift(share: try Rate("0.1")))])
    let before = change.baseline.bills[0].amount(of: ChargeSelector("energy"))
    let after = change.scenario.bills[0].amount(of: ChargeSelector("energy"))
    // 10 kW over the twelve dear hours of 28 days are 3360 kWh; line loss follows Hubei's periods and
    // may add to it.
    #expect(before - after >= Money(3360 * 3 / 10 - 1))
    let problem = try #require(try subject().problems().first)
    let dear = problem.prices[60]
    let cheap = problem.prices[30]
    // 07:30 and 15:00 are flat hours both: only the market's price differs.
    #expect(dear - cheap == 300_000_000_000)
  }

  @Test("True prices: the mean of the curve is not counted twice")
  func level() throws {
    let item = try subject()
    let problem = try #require(try item.problems().first)
    guard case .intervals(let profile) = item.use else { return }
    let bill = try #require(try item.bills().bills.first)
    let energy =
      bill.amount(of: ChargeSelector("energy")) + bill.amount(of: ChargeSelector("funds"))
    let difference = problem.cost(of: Array(profile.active[problem.positions])) - energy
    // Lines are rounded to fen, registers to whole kilowatt-hours.
    #expect(difference < Money(3) && difference > .zero - Money(3), "\(difference)")
  }

  @Test("A battery that gives back 90 % earns 0.50 × 0.9487 − 0.20 ÷ 0.9487 a kWh and day")
  func battery() throws {
    let battery = Battery(capacity: Energy(kilowattHours: 100), power: Power(50))
    let change = try WhatIf(subject(), levers: [.storage(battery)])
    // √0.9 = 0.94868: 94.868 kWh are served and 105.409 kWh drawn each day; the flat, peak and
    // valley hours of line loss and the components that do not float cost 0.19 on 10.5 kWh lost.
    let least = Money(28 * 18)
    let most = Money(28 * 34)
    #expect(change.saving > least && change.saving < most, "\(change.saving)")
  }
}
