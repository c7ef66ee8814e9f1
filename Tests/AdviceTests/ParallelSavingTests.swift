import Billing
import Quantities
import TestSupport
import Testing
import Use

@testable import Advice

@Suite("Transformers side by side, in an audit")
struct ParallelSavingTests {
  private func saving(_ units: [InstalledUnit]) throws -> ParallelSaving? {
    var account = Account(id: "P", tariff: "bench-peers")
    account.units = units
    let subject = AccountCase(
      account: account, use: .intervals(try Plant.even("200", days: 30)),
      biller: Biller(terms: BillingTerms(book: try ShiftCase.book)))
    return try Audit(subject).parallelSaving
  }

  @Test("One of two 1000 kVA units at 200 kW loses 0.944 kW less than both: 679.68 kWh in 30 days")
  func one() throws {
    // Both: 2 × 1.15 + 2 × 10.3 × 0.1² = 2.506 kW; one: 1.15 + 10.3 × 0.2² = 1.562 kW.
    let units = [
      try Plant.unit("T1", 1000, p0: "1.15", pk: "10.3", group: 0),
      try Plant.unit("T2", 1000, p0: "1.15", pk: "10.3", group: 1),
    ]
    let found = try #require(try saving(units))
    #expect(found.energy.quantity.rounded(digits: 2).description == "679.68")
    #expect(found.switchings == 0)
  }

  @Test("A single unit, or units whose losses are not known, say nothing")
  func nothing() throws {
    #expect(try saving([Plant.unit("T1", 1000, p0: "1.15", pk: "10.3")]) == nil)
    let unknown = ["T1", "T2"].enumerated().map {
      InstalledUnit(id: $1, capacity: Power(1000), group: $0)
    }
    #expect(try saving(unknown) == nil)
  }
}
