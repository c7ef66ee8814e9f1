import Advice
import Billing
import Quantities
import Tariffs
import Testing

@testable import Reporting

@Suite("The figures an account is judged by")
struct IndicatorTests {
  @Test("Basic charge, energy, funds and power factor are told apart, and add up to the bill")
  func charges() throws {
    let bills = try #require(try BillReportTests.report(.published).accounts.first)
    let indicators = Indicators(bills)
    #expect(indicators.charges.map(\.name) == ["basic", "energy", "funds", "power_factor"])
    #expect(indicators.charges.reduce(Money.zero) { $0 + $1.amount } == bills.total)
    let bill = try #require(bills.bills.first)
    for (part, name) in zip(indicators.charges, ["basic", "energy", "funds", "power-factor"]) {
      #expect(part.amount == bill.amount(of: ChargeSelector(name)), "\(name)")
      #expect(part.amount != .zero, "\(name)")
    }
    let perEnergy = indicators.charges[1].amount + indicators.charges[2].amount
    #expect(indicators.energyPrice == perEnergy.per(bills.energy.quantity))
    #expect(indicators.basicPerEnergy == indicators.charges[0].amount.per(bills.energy.quantity))
  }
}
