import Billing
import Casework
import Quantities
import Reporting
import TariffFiles
import Tariffs
import TestSupport
import Testing
import Use

@Suite("Explanations of the bills worked by hand")
struct ExplainedCaseTests {
  static let cases: [WorkedCase] = (try? library().loadCases()) ?? []

  static func library() throws -> TariffLibrary {
    try TariffLibrary(
      folders: ["tariffs", "Tests/CaseworkTests/Tariffs"].map(TestPlaces.path))
  }

  @Test("Recomputing from the printed text alone gives the amount of every line of every case")
  func everyLine() throws {
    #expect(Self.cases.count >= 60)
    let book = try Self.library().load(
      ids: Self.cases.reduce(into: Set()) { $0.formUnion($1.account.namedTariffs) })
    let terms = BillingTerms(book: book)
    var count = 0
    for workedCase in Self.cases {
      let bills = try Biller(terms: terms).bills(
        for: workedCase.account, use: .readings(workedCase.months.map(\.reading)))
      for (month, bill) in zip(workedCase.months, bills.bills) {
        let rounding = try #require(
          book.tariffs[bill.tariff]?.version(on: bill.month.firstDay)?.rounding)
        for charge in Set(bill.lines.map(\.charge)) {
          let text = try Explanation(
            ChargeSelector(charge), in: bill.month, of: bills, terms: terms
          ).text
          let printed = try PrintedLine.all(in: text).filter { $0.charge == charge }
          let expected = month.lines.filter { $0.charge == charge }
          #expect(printed.count == expected.count, "\(workedCase.file)")
          for (line, expected) in zip(printed, expected) {
            count += 1
            #expect(line.printedAmount == expected.amount.units, "\(workedCase.file): \(text)")
            #expect(line.product == line.printedProduct, "\(workedCase.file): \(text)")
            guard rounding.mode == .halfAwayFromZero, rounding.moneyDigits == 2 else { continue }
            #expect(line.rounded == expected.amount.units, "\(workedCase.file): \(text)")
          }
        }
      }
    }
    #expect(count > 300)
  }
}
