import Quantities
import TestSupport
import Testing

@testable import Documents

@Suite("Workbooks that are written")
struct WorkbookWriterTests {

  static let day = CalendarDate(dayNumber: 20_484)  // 2026-01-31

  static func book(_ sheets: [SheetContent]) -> WorkbookContent {
    WorkbookContent(title: "Bills", created: day, sheets: sheets)
  }

  static func bytes(_ sheets: [SheetContent]) throws(DiagnosticsError) -> [UInt8] {
    try WorkbookWriter.bytes(of: book(sheets), file: "book.xlsx")
  }

  /// A sheet as the project's own reader reads it.
  static func text(_ bytes: [UInt8], sheet: String? = nil) throws(DiagnosticsError) -> String {
    let source = try SourceText.table(
      bytes, file: "book.xlsx", choice: SheetChoice(named: sheet) { _ in true })
    return source.text(in: source.wholeRange)
  }

  static func part(_ name: String, of bytes: [UInt8]) throws -> String {
    let archive = try Archive(bytes, file: "book.xlsx")
    let entry = try #require(archive.entry(named: name), "no part \(name)")
    return String(decoding: try archive.bytes(of: entry, limit: 1 << 24), as: UTF8.self)
  }

  static let sheet = SheetContent(
    name: "Bills",
    columns: [
      WorkbookColumn("month", format: .month),
      WorkbookColumn("energy (kWh)", format: .number(digits: 1), isSummed: true),
      WorkbookColumn("amount", width: 18, format: .money(digits: 2), isSummed: true),
      WorkbookColumn("share", format: .percent(digits: 1)), WorkbookColumn("paid", format: .date),
      WorkbookColumn("note, with \"marks\""),
    ],
    rows: [
      [
        .month(Month(ordinal: 2026 * 12)), .number("1200.50", digits: 1),
        .money("815.10", digits: 2), .percent("0.125"), .date(day), .text("=1+1"),
      ],
      [
        .month(Month(ordinal: 2026 * 12 + 1)), .number("-0.1", digits: 1),
        .money("0.20", digits: 2), .empty, .empty, .text(""),
      ],
      [
        .text("2026"), .number("0.0000000001", digits: 1),
        .formula("=B2*2", value: "2401", format: .money(digits: 2)), .percent("-1", digits: 0),
      ],
    ], totalLabel: "Total")

  @Test("Every kind of cell is read back: 1200.5 − 0.1 + 10⁻¹⁰ = 1200.4000000001 in all")
  func cells() throws {
    #expect(
      try Self.text(Self.bytes([Self.sheet]))
        == """
        month,energy (kWh),amount,share,paid,"note, with ""marks\"""
        2026-01-01,1200.5,815.1,0.125,2026-01-31,=1+1
        2026-02-01,-0.1,0.2,,,
        2026,0.0000000001,2401,-1,,
        Total,1200.4000000001,3216.3,,,

        """)
  }

  @Test("Totals and formulas are formulas; text that begins with = and digits as text are none")
  func formulas() throws {
    let part = try Self.part("xl/worksheets/sheet1.xml", of: Self.bytes([Self.sheet]))
    #expect(part.contains("<f>SUM(B2:B4)</f><v>1200.4000000001</v>"))
    #expect(part.contains("<f>SUM(C2:C4)</f><v>3216.3</v>"))
    #expect(part.contains("<f>B2*2</f><v>2401</v>"))
    #expect(part.components(separatedBy: "<f>").count == 4)
    #expect(part.contains(#/<c r="F2"( s="\d+")? t="s">/#))
    #expect(part.contains(#/<c r="A4"( s="\d+")? t="s">/#))
    #expect(part.contains("<pane ySplit=\"1\" topLeftCell=\"A2\""))
  }

  @Test("Formats: months and days are dates, the others keep their digits")
  func formats() throws {
    let styles = try Self.part("xl/styles.xml", of: Self.bytes([Self.sheet]))
    for code in ["yyyy-mm", "yyyy-mm-dd", "#,##0.0", "#,##0.00;[Red]-#,##0.00", "0.0%", "0%"] {
      // Built-in formats have a number and no code.
      let builtIn = ["0%": 9][code]
      #expect(
        styles.contains("formatCode=\"\(code)\"")
          || builtIn.map { styles.contains("numFmtId=\"\($0)\"") } == true, "\(code)")
    }
  }

  @Test("The same content gives the same bytes, also on eight threads; nothing tells the clock")
  func sameBytes() async throws {
    let first = try Self.bytes([Self.sheet, Self.sheet])
    let all = try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<8 { group.addTask { try Self.bytes([Self.sheet, Self.sheet]) } }
      return try await group.reduce(into: [[UInt8]]()) { $0.append($1) }
    }
    #expect(all.count == 8)
    #expect(all.allSatisfy { $0 == first })
    let core = try Self.part("docProps/core.xml", of: first)
    #expect(core.components(separatedBy: ">2026-01-31T00:00:00Z<").count == 3)
    #expect(core.contains("<dc:title>Bills</dc:title>"))
    // A local header holds time and date of its file at 10 and 12: midnight, 1 January 1980.
    var headers = 0
    for at in first.indices.dropLast(14)
    where Array(first[at..<at + 4]) == Array("PK\u{3}\u{4}".utf8) {
      headers += 1
      #expect(Array(first[at + 10..<at + 14]) == [0, 0, 0x21, 0])
    }
    #expect(headers >= 10)
  }

  @Test("10 000 rows are written and read back, with the exact total of 10 000 × 0.1 and 5·10⁷")
  func manyRows() throws {
    let rows = (0..<10_000).map { row in
      [WorkbookCell.text("m\(row)"), .number("0.1", digits: 1), .money("\(row).1", digits: 2)]
    }
    let sheet = SheetContent(
      name: "Load",
      columns: [
        WorkbookColumn("meter"), WorkbookColumn("kWh", isSummed: true),
        WorkbookColumn("cost", isSummed: true),
      ], rows: rows, totalLabel: "Total")
    let bytes = try Self.bytes([sheet])
    let lines = try Self.text(bytes).split(separator: "\n")
    #expect(lines.count == 10_002)
    #expect(lines[1] == "m0,0.1,0.1")
    #expect(lines[10_000] == "m9999,0.1,9999.1")
    // 0 + 1 + … + 9999 = 49 995 000, and 10 000 × 0.1 = 1000.
    #expect(lines[10_001] == "Total,1000,49996000")
    let wrong = (0..<10_000).first { lines[$0 + 1] != "m\($0),0.1,\($0).1" }
    #expect(wrong == nil)
  }

  @Test("1000 random decimals of up to 15 digits are read back digit by digit")
  func decimals() throws {
    let seed: UInt64 = 7
    var generator = SplitMix64(seed: seed)
    let numbers = (0..<1000).map { _ in
      var digits = String(Int.random(in: 1...999_999_999_999_999, using: &generator))
      digits.removeLast(Int.random(in: 0..<digits.count, using: &generator))
      while digits.hasSuffix("0") { digits.removeLast() }
      let point = Int.random(in: 0...digits.count, using: &generator)
      let whole = point == 0 ? "0" : String(digits.prefix(point))
      let fraction = digits.dropFirst(point)
      let sign = Bool.random(using: &generator) ? "-" : ""
      return sign + whole + (fraction.isEmpty ? "" : ".\(fraction)")
    }
    let sheet = SheetContent(
      name: "S", columns: [WorkbookColumn("n", isSummed: true)],
      rows: numbers.map { [.number($0, digits: 2)] })
    let read = try Self.text(Self.bytes([sheet])).split(separator: "\n").dropFirst()
    for (number, text) in zip(numbers, read) { #expect(text == number, "seed \(seed)") }
    #expect(read.count == 1000)
  }

  @Test("Texts come back as they were, but for control characters, which are shown")
  func texts() throws {
    let texts = [
      ("  blanks  ", "  blanks  "), ("电价 & <b> \"q\"", "\"电价 & <b> \"\"q\"\"\""),
      ("a\u{0}b\u{1}\u{FFFE}", "a␀b␁\u{FFFD}"), ("a_x000D_b", "a_x000D_b"),
      ("_x0041__x", "_x0041__x"), ("x\r\ny\rz", "x y z"), ("12.50", "12.50"), ("-", "-"),
      ("+1", "+1"), ("http://example.com", "http://example.com"), ("{=A1}", "{=A1}"),
      (String(repeating: "字", count: 32_767), String(repeating: "字", count: 32_767)),
    ]
    let sheet = SheetContent(
      name: "S", columns: [WorkbookColumn("t")], rows: texts.map { [.text($0.0)] })
    let lines = try Self.text(Self.bytes([sheet])).split(separator: "\n").dropFirst()
    #expect(lines.map(String.init) == texts.map(\.1))
  }
}
