import Billing
import Casework
import Documents
import Foundation
import Quantities
import Reporting
import TariffFiles
import Tariffs
import TestSupport
import Testing

@Suite("Every bill worked by hand is the bill of the engine")
struct WorkedCaseTests {
  /// Folders of tariffs with cases: those that are shipped, and those invented for tests.
  static let folders = ["tariffs", "Tests/CaseworkTests/Tariffs"].map(TestPlaces.path)

  static let library: Result<TariffLibrary, any Error> = Result {
    try TariffLibrary(folders: folders)
  }

  static let cases: [WorkedCase] = (try? library.get().loadCases()) ?? []

  /// The tariffs of all cases, read once: there are many.
  private static let loaded: Result<TariffBook, any Error> = Result {
    try library.get().load(ids: cases.reduce(into: Set()) { $0.formUnion($1.account.namedTariffs) })
  }

  static func book() throws -> TariffBook { try loaded.get() }

  @Test("The cases are there: at least 60, in both folders")
  func casesAreThere() throws {
    let library = try Self.library.get()
    #expect(try library.loadCases().count >= 60)
    #expect(
      Set(library.entries.filter { $0.kind == .workedCase }.map { $0.file.hasPrefix("tariffs") })
        .count == 2)
  }

  @Test("Line by line, quantity, price, amount and total", arguments: cases.indices)
  func billed(index: Int) throws {
    let workedCase = Self.cases[index]
    let runner = CaseRunner(book: try Self.book())
    do throws(BillingFailure) {
      let differences = try runner.differences(in: workedCase)
      #expect(differences.isEmpty, "\(DiagnosticText.render(differences))")
      #expect(try runner.bills(of: workedCase).count == workedCase.months.count)
    } catch {
      let problems = Problem.list(of: error, account: workedCase.account)
      Issue.record("\(workedCase.file): \(problems.map(\.text).joined())")
    }
  }

  @Test("A case whose figures are wrong is reported line by line")
  func wrongCase() throws {
    let workedCase = try #require(
      Self.cases.first { $0.file.contains("2026-01-110kV-contract-exceeded") })
    let month = try #require(workedCase.months.first)
    let line = month.lines[0]
    let wrong = WorkedCase(
      tariff: workedCase.tariff, about: "", account: workedCase.account,
      months: [
        .init(
          reading: month.reading,
          lines: [
            .init(
              charge: line.charge, quantity: Quantity(8061), price: line.price,
              amount: line.amount + Money(units: Money(1).units / 100), working: "",
              place: line.place)
          ] + month.lines.dropFirst(2), total: month.total, totalPlace: month.totalPlace)
      ], published: [], file: workedCase.file)
    let messages = try CaseRunner(book: try Self.book()).differences(in: wrong).map(\.message)
    #expect(
      messages == [
        "basic: the bill's quantity is 8060, the case expects 8061",
        "basic: the bill's amount is 314340.00, the case expects 314340.01",
        "the bill has a line energy/sharp of 191832.76 that the case does not expect",
      ])
  }
}
