import Advice
import Billing
import Casework
import Documents
import Foundation
import Metering
import Quantities
import TariffFiles
import TestSupport
import Testing
import Use

/// Dossiers whose tables are workbooks.
@Suite("A dossier in workbooks")
struct DossierWorkbookTests {
  /// Writes files to a folder of their own for the time of `work`.
  private static func withFolder<Result>(
    _ files: [String: [UInt8]], _ work: (String) throws -> Result
  ) throws -> Result {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("workbooks-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("load"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, bytes) in files {
      try Data(bytes).write(to: folder.appendingPathComponent(name))
    }
    return try work(folder.path)
  }

  private static func complaint(_ files: [String: [UInt8]]) throws -> String {
    try withFolder(files) { folder in
      do throws(DiagnosticsError) {
        _ = try DossierReader.open(DossierRequest(origin: .folder(folder)))
        return ""
      } catch {
        return DiagnosticText.render(error.diagnostics)
      }
    }
  }

  private static func bills(_ folder: String) throws -> AccountBill {
    let dossier = try DossierReader.open(DossierRequest(origin: .folder(folder)))
    let entry = try #require(dossier.accounts.first)
    let book = try TariffLibrary(folders: [TestPlaces.path("tariffs")])
      .load(ids: [entry.account.tariff])
    return try AccountCase(
      account: entry.account, use: try #require(entry.use),
      biller: Biller(terms: BillingTerms(book: book))
    ).bills()
  }

  @Test("The titanium mill from .xlsx tables is billed to the last digit as from .csv")
  func mill() throws {
    let folder = TestPlaces.path("samples/titanium-mill")
    var books: [String: [UInt8]] = [:]
    for name in ["accounts", "readings", "published"] {
      let csv = try String(contentsOfFile: "\(folder)/\(name).csv", encoding: .utf8)
      books["\(name).xlsx"] = TestWorkbook(csv: csv).file()
    }
    let expected = try Self.bills(folder)
    let bills = try Self.withFolder(books) { try Self.bills($0) }
    #expect(bills.bills.count == 12)
    #expect(bills.total.text(digits: 2) == "5777640.25")
    for (bill, other) in zip(bills.bills, expected.bills) {
      #expect(bill.lines.map(\.amount) == other.lines.map(\.amount))
      #expect(bill.determinants.energy == other.determinants.energy)
    }
    let claims = try Self.withFolder(books) {
      try DossierReader.open(DossierRequest(origin: .folder($0))).claims
    }
    #expect(claims.count > 2)
  }

  @Test("A table that is there both as .csv and as .xlsx is an error that names both")
  func both() throws {
    let csv = "account,tariff\nA,t\n"
    let complaint = try Self.complaint([
      "accounts.csv": Array(csv.utf8), "accounts.xlsx": TestWorkbook(csv: csv).file(),
    ])
    #expect(complaint.contains("the folder has both accounts.csv and accounts.xlsx"))
  }

  @Test("A value at fault is told with its cell; a date of the sheet is a date of the table")
  func places() throws {
    let readings: [[TestWorkbook.Cell]] = [
      ["account", "from", "to", "kwh"],
      ["A", .styled(2, "46023"), .styled(2, "46053"), .text("1O0")],
    ]
    let complaint = try Self.complaint([
      "accounts.xlsx": TestWorkbook(csv: "account,tariff\nA,t\n").file(),
      "readings.xlsx": TestWorkbook([.init("Meter", readings)]).file(),
    ])
    #expect(complaint.contains("readings.xlsx:Meter!D2: error: "), "\(complaint)")
    #expect(!complaint.contains("!B2"), "\(complaint)")
  }

  @Test(
    "Of several sheets the one with the headings is read; where several have them, all are named")
  func sheets() throws {
    let accounts = TestWorkbook(csv: "account,tariff\nA,t\n").sheets[0]
    var notes = TestWorkbook.Sheet("Notes", [["made by hand"]])
    func names(_ sheets: [TestWorkbook.Sheet]) throws -> String {
      try Self.complaint(["accounts.xlsx": TestWorkbook(sheets).file()])
    }
    #expect(try names([notes, accounts]).isEmpty)
    notes.data = accounts.data
    #expect(try names([notes, accounts]).contains("\"Notes\" and \"Sheet1\" could all be"))
  }

  @Test("Load files may be workbooks, zip archives and gzip files, with a list that is a workbook")
  func load() throws {
    let day = (0..<24).map { "\($0 < 10 ? "0" : "")\($0):00,10" }
    func csv(_ date: String) -> String {
      "timestamp,kWh\n" + day.map { "\(date) \($0)\n" }.joined()
    }
    var zip = ZipWriter()
    zip.add("b.csv", csv("2026-01-02"))
    let files: [String: [UInt8]] = [
      "accounts.csv": Array("account,tariff\nA,t\n".utf8),
      "load/a.xlsx": TestWorkbook([
        .init("Old", data: TestWorkbook(csv: csv("2025-01-01")).sheets[0].data),
        .init("New", data: TestWorkbook(csv: csv("2026-01-01")).sheets[0].data),
      ]).file(),
      "load/b.zip": zip.archive(),
      "load/c.csv.gz": ZipWriter.gzip(Array(csv("2026-01-03").utf8)),
      "load/files.xlsx": TestWorkbook(csv: "file,sheet\na.xlsx,New\n").file(),
    ]
    let dossier = try Self.withFolder(files) {
      try DossierReader.open(DossierRequest(origin: .folder($0)))
    }
    guard case .intervals(let profile) = try #require(dossier.accounts.first).use else {
      Issue.record("no intervals")
      return
    }
    #expect(profile.dayCount == 3)
    #expect(profile.active.allSatisfy { $0 == 10 * 3_600_000_000 })
  }

  @Test("A workbook with a column of supply lines is taken apart, and its cells keep their names")
  func lines() throws {
    var rows: [[TestWorkbook.Cell]] = [["line", "timestamp", "kWh"]]
    for hour in 0..<24 {
      let stamp = TestWorkbook.Cell.styled(1, "\(46023 + Double(hour) / 24)")
      rows += [["L1", stamp, 1], ["L2", stamp, 2]]
    }
    var files: [String: [UInt8]] = [
      "accounts.csv": Array("account,tariff\nA,t\n".utf8),
      "lines.xlsx": TestWorkbook(csv: "line,capacity_kva\nL1,100\nL2,200\n").file(),
      "load/a.xlsx": TestWorkbook([.init("Load", rows)]).file(),
    ]
    let dossier = try Self.withFolder(files) {
      try DossierReader.open(DossierRequest(origin: .folder($0)))
    }
    guard case .intervals(let profile) = try #require(dossier.accounts.first).use else {
      Issue.record("no intervals")
      return
    }
    #expect(profile.active.allSatisfy { $0 == 3 * 3_600_000_000 })
    rows[4][2] = "x"
    files["load/a.xlsx"] = TestWorkbook([.init("Load", rows)]).file()
    #expect(try Self.complaint(files).contains("a.xlsx:Load!C5: error: "))
  }

  @Test("One workbook of readings is billed as one CSV is")
  func table() throws {
    let csv = "month,kwh\n2026-01,100\n2026-02,200\n"
    try Self.withFolder(["use.xlsx": TestWorkbook(csv: csv).file()]) { folder in
      let dossier = try DossierReader.open(
        DossierRequest(origin: .table("\(folder)/use.xlsx"), particulars: [.tariff: "t"]))
      guard case .readings(let months) = try #require(dossier.accounts.first).use else {
        Issue.record("no readings")
        return
      }
      #expect(months.count == 2)
    }
  }
}
