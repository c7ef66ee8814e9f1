import Billing
import Quantities
import Tariffs
import Testing
import Use

@testable import Reporting

@Suite("Bills as people and programs read them")
struct BillReportTests {
  static func report(
    _ billing: EnergyCharge.Billing = .derived, months: [String] = ["2026-01"],
    asOf: Month? = nil, change: (inout Account) throws -> Void = { _ in }
  ) throws -> BillReport {
    let tariff = try Fixtures.twoPart(billing)
    let terms = BillingTerms(book: try Fixtures.book(tariff), asOf: asOf)
    var account = try Fixtures.mill(tariff)
    try change(&account)
    let readings = try months.map { try Fixtures.reading($0) }
    let bills = try Biller(terms: terms).bills(for: account, use: .readings(readings))
    return BillReport(accounts: [bills], terms: terms)
  }

  @Test("One month on actual demand, discount granted, reads as recorded")
  func month() throws {
    try expectGolden(try Self.report().text, "month.txt")
  }

  @Test("One month on a contract that was exceeded reads as recorded")
  func exceeded() throws {
    let report = try Self.report(.published) {
      $0.basicCharge = .contractDemand
      $0.contractDemand = Power(3000)
    }
    try expectGolden(report.text, "month-contract-exceeded.txt")
  }

  @Test("One month billed by components on capacity reads as recorded")
  func components() throws {
    let report = try Self.report(.components) { $0.basicCharge = .capacity }
    try expectGolden(report.text, "month-components.txt")
  }

  @Test("Two months are a table with a total row")
  func year() throws {
    try expectGolden(
      try Self.report(months: ["2026-01", "2026-02"]).text, "months.txt")
  }

  @Test("Prices of another month are named on the bill")
  func asOf() throws {
    let report = try Self.report(months: ["2026-03"], asOf: Fixtures.month("2026-01"))
    #expect(report.text.contains("Note  Rules and prices are those of 2026-01, as asked for."))
  }

  @Test("The note names the floor that binds before the demand that was metered")
  func floorNote() throws {
    let report = try Self.report {
      $0.transformers = try TransformerSet("20000")
      $0.contractDemand = Power(3000)
    }
    let bill = try #require(report.accounts.first?.bills.first)
    let line = try #require(bill.lines.first)
    #expect(
      LineNote.text(of: line, in: bill, style: .plain)
        == "40 % of 20000 kVA; metered 4120 kW; no discount: 93.3 kWh per kVA, 260 needed")
    #expect(JSONWriter.compact(report.json).contains("\"billed_demand_kw\":8000,"))
  }

  @Test("The JSON answer reads as recorded")
  func json() throws {
    try expectGolden(JSONWriter.document(try Self.report().json), "month.json")
  }

  @Test("The CSV answer reads as recorded")
  func csv() throws {
    try expectGolden(try Self.report().csv, "month.csv")
  }

  @Test(
    "Months under rules of other digits have those of their own: 10.40 in January, 10 in February")
  func digits() throws {
    let fixed = FixedCharge(price: .literal(try Price("10.4")), basis: .month)
    let charges = [Charge(name: "fixed", kind: .fixed(fixed), rule: Fixtures.rule(7))]
    func tariff(_ digits: Int, _ from: String, _ to: String?) throws -> Tariff {
      Fixtures.tariff(
        "cn-jiangnan-fixed", title: "Jiangnan, fixed", charges: charges,
        rounding: BillRounding(moneyDigits: digits), range: try Fixtures.range(from, to))
    }
    let (first, second) = (
      try tariff(2, "2025-01-01", "2026-01-31"), try tariff(0, "2026-02-01", nil)
    )
    let whole = Tariff(
      id: first.id, area: first.area, currency: first.currency, timeZone: first.timeZone,
      titles: first.titles, versions: first.versions + second.versions, file: first.file)
    let terms = BillingTerms(book: TariffBook(tariffs: [whole]))
    let readings = try ["2026-01", "2026-02"].map { try Fixtures.reading($0) }
    let bills = try Biller(terms: terms).bills(
      for: Account(id: "F-1", tariff: whole.id), use: .readings(readings))
    let rows = BillReport(accounts: [bills], terms: terms).csvRows.split(separator: "\r\n")
    #expect(
      rows.filter { $0.contains(",fixed,") }.map { $0.split(separator: ",")[3...6] } == [
        ["1", "month", "10.4", "10.40"], ["1", "month", "10.4", "10"],
      ])
  }

  @Test("A price that stands as it is needs no words, one with a part added to it does")
  func priceNotes() throws {
    func note(_ components: [PriceComponent]) throws -> String {
      let periods = try Fixtures.periods.map { period in
        PeriodPrice(
          period: period, months: .all,
          tiers: [.init(upTo: nil, formula: .price(.literal(try Price("0.5"))))],
          publishedColumn: nil, rule: Fixtures.rule(9))
      }
      let charge = EnergyCharge(billing: .derived, components: components, periods: periods)
      let tariff = Fixtures.tariff(
        "cn-jiangnan-plain", title: "Jiangnan, plain",
        charges: [Charge(name: "energy", kind: .energy(charge), rule: Fixtures.rule(8))],
        range: try Fixtures.range("2025-01-01"))
      let terms = BillingTerms(book: TariffBook(tariffs: [tariff]))
      let bills = try Biller(terms: terms).bills(
        for: Account(id: "P-1", tariff: tariff.id),
        use: .readings([try Fixtures.reading("2026-01")]))
      let bill = try #require(bills.bills.first)
      return LineNote.text(of: try #require(bill.lines.first), in: bill, style: .plain)
    }
    let transmission = PriceComponent(
      name: "transmission", price: .literal(try Price("0.1")), floats: false, isFund: false,
      inPowerFactorBase: true)
    #expect(try note([]) == "")
    #expect(try note([transmission]) == "price 0.5000 + transmission 0.1000")
  }

  @Test("A month with a hole is named with its coverage and left out of the total")
  func incomplete() throws {
    let tariff = try Fixtures.twoPart()
    let terms = BillingTerms(book: try Fixtures.book(tariff))
    // A thousand kilowatts through January and February; one quarter-hour of February is missing.
    let count = (31 + 28) * 96
    var active = [Int64](repeating: 900_000_000_000, count: count)
    active[count - 5] = LoadProfile.missing
    let profile = LoadProfile(
      firstDay: Fixtures.date("2026-01-01"), intervalSeconds: 900, active: active,
      reactiveForward: [Int64](repeating: 0, count: count))
    let bills = try Biller(terms: terms).bills(
      for: try Fixtures.mill(tariff), use: .intervals(profile))
    let report = BillReport(accounts: [bills], terms: terms)
    try expectGolden(report.text, "months-incomplete.txt")
    try expectGolden(JSONWriter.document(report.json), "months-incomplete.json")
    let problem = try #require(report.problems.first)
    #expect(problem.code == "month-incomplete" && problem.exitCode == 3)
    #expect(
      problem.message
        == "account JN-01: 2026-02 is not billed: 2,687 of 2,688 intervals are there (99.96 %)")
  }
}
