import Documents
import Foundation
import Testing

/// The workbook of an audit, read back by the project's own reader and recalculated by LibreOffice.
@Suite("An audit as a workbook")
struct AuditWorkbookTests {
  private static func bytes(_ arguments: [String]) throws -> (bytes: [UInt8], file: URL) {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(
      "tariffwise-\(UUID().uuidString).xlsx")
    let result = try Program.run(
      ["audit"] + arguments + ["--format", "xlsx", "--output", file.path])
    #expect(result.exit == 0, "\(arguments): \(result.errors)")
    return (Array(try Data(contentsOf: file)), file)
  }

  /// A sheet as rows of texts.
  private static func rows(_ bytes: [UInt8], _ sheet: String) throws -> [[String]] {
    let source = try SourceText.table(
      bytes, file: "audit.xlsx", choice: SheetChoice(named: sheet) { _ in true })
    return source.text(in: source.wholeRange).split(separator: "\n").map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).flatMap {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
    }
  }

  private static func part(_ name: String, of bytes: [UInt8]) throws -> String {
    let archive = try Archive(bytes, file: "audit.xlsx")
    let entry = try #require(archive.entry(named: name), "no part \(name)")
    return String(decoding: try archive.bytes(of: entry, limit: 1 << 24), as: UTF8.self)
  }

  @Test("The months' totals are those of the JSON, and each is a formula over its lines")
  func months() throws {
    let (bytes, file) = try Self.bytes(AuditPageTests.mill)
    defer { try? FileManager.default.removeItem(at: file) }
    let rows = try Self.rows(bytes, "Bill by month")
    let answer = try AuditPageTests.json(AuditPageTests.mill)
    let bill = try #require(answer["bill"] as? [String: Any])
    let months = try #require(bill["months"] as? [[String: Any]])
    for (row, month) in zip(rows.dropFirst(), months) {
      let total = try #require(month["total"] as? String)
      #expect(row.contains { Decimal(string: $0) == Decimal(string: total) }, "\(row) \(total)")
    }
    #expect(rows.count == months.count + 2)
    let sheet = try Self.part("xl/worksheets/sheet2.xml", of: bytes)
    #expect(sheet.contains("<f>SUM(C2:E2)</f>") && sheet.contains("ySplit=\"1\""))
    #expect(try Self.part("xl/charts/chart1.xml", of: bytes).contains("c:barChart"))
  }

  @Test(
    "The summary shows money in hundredths and prices in four digits; each page tells whose it is")
  func summary() throws {
    let (bytes, file) = try Self.bytes(AuditPageTests.mill)
    defer { try? FileManager.default.removeItem(at: file) }
    let rows = try Self.rows(bytes, "Electricity audit")
    let answer = try AuditPageTests.json(AuditPageTests.mill)
    let indicators = try AuditPageTests.object(answer["indicators"])
    let best = try AuditPageTests.object(answer["best"])
    let sheet = try Self.part("xl/worksheets/sheet1.xml", of: bytes)
    let styles = try Self.part("xl/styles.xml", of: bytes)
    let codes = Dictionary(
      uniqueKeysWithValues: styles.matches(
        of: #/<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/#
      ).map { ($0.output.1, String($0.output.2)) })
    let formats =
      styles.components(separatedBy: "<cellXfs").last?
      .components(separatedBy: "<xf ").dropFirst() ?? []
    /// The code by which a cell shows its number; those that are built in have none of their own.
    func code(_ cell: String) throws -> String? {
      let pattern = try Regex<(Substring, Substring)>("<c r=\"\(cell)\" s=\"(\\d+)\">")
      let style = try #require(sheet.firstMatch(of: pattern).flatMap { Int($0.output.1) })
      let format = Array(formats)[style]
      return format.firstMatch(of: #/numFmtId="(\d+)"/#).flatMap { match in
        codes[match.output.1] ?? ["3": "#,##0", "4": "#,##0.00"][match.output.1]
      }
    }
    let money = "#,##0.00;[Red]-#,##0.00"
    for (word, value, format) in [
      ("Bill", indicators["total"], money), ("Energy", indicators["energy_kwh"], "#,##0"),
      ("Average price", indicators["average_price"], "#,##0.0000"),
      ("Can be saved", best["saving"], money),
    ] {
      let row = try #require(rows.firstIndex { $0.first == word })
      let shown = try #require(Decimal(string: rows[row][1]))
      let expected = try #require(AuditPageTests.number(value))
      // The sheet holds the exact figure; the JSON's price has four digits.
      #expect(abs(shown - expected) < Decimal(string: "0.00005") ?? 0, "\(word)")
      #expect(try code("B\(row + 1)") == format, "\(word)")
    }
    for number in 1...12 {
      let part = try Self.part("xl/worksheets/sheet\(number).xml", of: bytes)
      #expect(part.contains("&amp;LAccount TI-01 · Titanium coil mill"))
      #expect(part.contains("paperSize=\"9\"") && part.contains("fitToPage=\"1\""))
    }
  }

  @Test("A name that is a formula is a text")
  func hostile() throws {
    let folder = try AuditPageTests.renamed("=cmd()")
    defer { try? FileManager.default.removeItem(at: folder) }
    let (bytes, file) = try Self.bytes([folder.path])
    defer { try? FileManager.default.removeItem(at: file) }
    let strings = try Self.part("xl/sharedStrings.xml", of: bytes)
    #expect(strings.contains("=cmd()"))
    // The footer tells the name too, behind an order that makes it a text.
    let sheet = try Self.part("xl/worksheets/sheet1.xml", of: bytes)
    let cells = try #require(sheet.components(separatedBy: "</sheetData>").first)
    #expect(!cells.contains("cmd") && !sheet.contains("<f>"))
    #expect(sheet.contains("<oddFooter>&amp;LAccount TI-01 · =cmd()&amp;R"))
  }

  private static let office = "/usr/bin/soffice"

  @Test(
    "LibreOffice works the sums out again as they are",
    .enabled(if: FileManager.default.isExecutableFile(atPath: office), "LibreOffice is not here"))
  func recalculated() throws {
    let (_, file) = try Self.bytes(AuditPageTests.mill)
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer {
      try? FileManager.default.removeItem(at: file)
      try? FileManager.default.removeItem(at: folder)
    }
    // The values the program wrote beside its formulas are taken out, so that none can be shown.
    let script = """
      import re, sys, zipfile
      old = zipfile.ZipFile(sys.argv[1])
      new = zipfile.ZipFile(sys.argv[2], "w")
      for name in old.namelist():
          data = old.read(name)
          if name.startswith("xl/worksheets/"):
              data = re.sub(rb"(</f>)<v>[^<]*</v>", rb"\\1", data)
          new.writestr(name, data)
      new.close()
      """
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let bare = folder.appendingPathComponent("bare.xlsx")
    try Self.run("/usr/bin/env", ["python3", "-c", script, file.path, bare.path])
    // The second sheet, with a comma between cells.
    try Self.run(
      Self.office,
      [
        "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--convert-to",
        "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,2", "--outdir",
        folder.path, bare.path,
      ])
    let name = try #require(
      try FileManager.default.contentsOfDirectory(atPath: folder.path).first {
        $0.hasSuffix(".csv")
      })
    let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    let lines = text.replacing("\"", with: "").split(separator: "\n")
    let last = try #require(lines.last).split(separator: ",")
    // 2,880,000.00 + 2,941,300.00 − 43,659.75 = 5,777,640.25, as the page has it.
    #expect(last.map(String.init).contains("5777640.25"), "\(last)")
    #expect(last.map(String.init).contains("-43659.75"), "\(last)")
  }

  private static func run(_ program: String, _ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(program)")
  }
}
