import TestSupport
import Testing

@testable import Documents

/// What becomes of the cells of a sheet.
@Suite("Sheets of workbooks")
struct WorkbookTests {

  static func source(
    _ workbook: TestWorkbook, sheet: String? = nil,
    fits: @escaping (SourceText) -> Bool = { _ in true }
  ) throws(DiagnosticsError) -> SourceText {
    try SourceText.table(
      workbook.file(), file: "book.xlsx", choice: SheetChoice(named: sheet, fits: fits))
  }

  static func text(_ workbook: TestWorkbook) throws(DiagnosticsError) -> String {
    String(decoding: try source(workbook).utf8, as: UTF8.self)
  }

  static func text(_ rows: [[TestWorkbook.Cell]]) throws(DiagnosticsError) -> String {
    try text(TestWorkbook([.init("Sheet1", rows)]))
  }

  static func complaint(_ workbook: TestWorkbook, sheet: String? = nil) -> String {
    complaint { () throws(DiagnosticsError) in _ = try source(workbook, sheet: sheet) }
  }

  static func complaint(_ work: () throws(DiagnosticsError) -> Void) -> String {
    do throws(DiagnosticsError) {
      try work()
      return ""
    } catch {
      return DiagnosticText.render(error.diagnostics)
    }
  }

  @Test(
    "A row of the sheet is a line of the text; absent rows are empty lines, absent cells nothing")
  func rows() throws {
    let data = """
      <row r="2"><c r="B2"><v>1</v></c></row><row r="3" spans="1:2"/>
      <row r="5"><c r="A5"><v>2</v></c><c r="C5" s="1"/><c r="D5" t="b"><v>1</v></c></row>
      """
    #expect(try Self.text(TestWorkbook([.init("S", data: data)])) == "\n,1\n\n\n2,,,TRUE\n")
  }

  @Test("Rows and cells without a place follow each other")
  func withoutPlaces() throws {
    let data = """
      <row><c><v>1</v></c><c t="b"><v>0</v></c></row>
      <row r="4"><c><v>2</v></c><c r="D4"><v>3</v></c>
      <c><v>4</v></c></row><row><c><v>5</v></c></row>
      """
    #expect(
      try Self.text(TestWorkbook([.init("S", data: data)])) == "1,FALSE\n\n\n2,,,3,4\n5,,,,\n")
  }

  @Test("Commas and quotation marks are quoted; line breaks and tabs become blanks")
  func quoting() throws {
    let rows: [[TestWorkbook.Cell]] = [["a,b", "5\" pipe", "x\ny\tz", "a_x000D_b_x005F_c_x0000_"]]
    #expect(try Self.text(rows) == "\"a,b\",\"5\"\" pipe\",x y z,a b_c_x0000_\n")
  }

  @Test("Shared texts: runs are joined, pronunciation is left out, entities are resolved")
  func sharedStrings() throws {
    var book = TestWorkbook([.init("S", [[.shared(1), .shared(0), .shared(2)]])])
    book.shared = [
      "<t>a &amp; b</t>",
      "<r><t>电</t></r><r><rPr/><t xml:space=\"preserve\">量 </t></r>"
        + "<rPh sb=\"0\" eb=\"1\"><t>X</t></rPh>",
      "<t/>",
    ]
    #expect(try Self.text(book) == "电量 ,a & b\n")
  }

  @Test("A shared text that is not there is an error with the cell's name")
  func sharedStringMissing() {
    var book = TestWorkbook([.init("Meter 1", [["x"], [.number("1"), .shared(7), .shared(-1)]])])
    book.shared = ["<t>only</t>"]
    let complaint = Self.complaint(book)
    #expect(complaint.contains("book.xlsx:'Meter 1'!B2: error: the cell refers to text \"7\""))
    #expect(complaint.contains("book.xlsx:'Meter 1'!C2: error: the cell refers to text \"-1\""))
  }

  @Test(
    "Errors stay what they are; a formula without value is missing, never 0; one with is its value")
  func formulas() throws {
    let text = try Self.text([
      [
        .markup("<c @ t=\"e\"><v>#N/A</v></c>"), .markup("<c @><f>B2*2</f></c>"),
        .markup("<c @><f>B2*2</f><v/></c>"), .markup("<c @><f>B2*2</f><v>2.5</v></c>"),
        .markup("<c @ t=\"str\"><f>\"\"</f><v></v></c>"),
        .markup("<c @ t=\"str\"><f>A1</f><v>x</v></c>"),
      ]
    ])
    #expect(text == "#N/A,#missing value,#missing value,2.5,,x\n")
  }

  @Test("How many formulas have no value and how many numbers are text is known by column")
  func notes() throws {
    let source = try Self.source(
      TestWorkbook([
        .init(
          "S", [["kWh", "x"], ["1.25", .markup("<c @><f>A1</f></c>")], ["-3", "4a"], ["", "7"]])
      ]))
    #expect(String(decoding: source.utf8, as: UTF8.self).hasSuffix("\n,7\n"))
    #expect(source.sheet == SheetOrigin(name: "S", textNumbers: [0: 2, 1: 1], missingValues: 1))
  }

  @Test("Dates by format: days, stamps, times of day")
  func dates() throws {
    let text = try Self.text([
      [
        .styled(1, "45292"), .styled(2, "45292"), .styled(1, "45292.010416666664"),
        .styled(3, "0.010416666664"), .styled(3, "1"), .styled(0, "45292"), .styled(9, "45292"),
      ]
    ])
    #expect(
      text
        == "2024-01-01 00:00:00,2024-01-01,2024-01-01 00:15:00,00:15:00,24:00:00,45292,45292\n")
  }

  @Test(
    "A column of stamps formatted as days has its midnights written out; a column of days has not")
  func hiddenTimes() throws {
    let text = try Self.text([
      [.styled(2, "45292"), .styled(2, "45292")], [.styled(2, "45292.25"), .styled(2, "45293")],
      [.styled(2, "45292.5"), .styled(2, "45293.5")],
    ])
    #expect(
      text == """
        2024-01-01 00:00:00,2024-01-01
        2024-01-01 06:00:00,2024-01-02
        2024-01-01 12:00:00,2024-01-02 12:00:00

        """)
  }

  @Test("The epoch of 1904 moves every date by 1462 days")
  func epoch() throws {
    var book = TestWorkbook([
      .init("S", [[.styled(1, "43830.5"), .styled(2, "1"), .styled(3, "0.5")]])
    ])
    book.is1904 = true
    #expect(try Self.text(book) == "2024-01-01 12:00:00,1904-01-02,12:00:00\n")
  }

  @Test("Negative dates and those beyond 9999 are errors; 29 February 1900 is told as it is shown")
  func impossibleDates() throws {
    #expect(
      try Self.text([[.styled(2, "59"), .styled(2, "60"), .styled(2, "61"), .styled(2, "2958465")]])
        == "1900-02-28,1900-02-29,1900-03-01,9999-12-31\n")
    let book = TestWorkbook([.init("S", [[.styled(2, "-1")], [.styled(2, "2958466")]])])
    let complaint = Self.complaint(book)
    #expect(complaint.contains("book.xlsx:S!A1: error: \"-1\" is formatted as a date"))
    #expect(complaint.contains("book.xlsx:S!A2: error: \"2958466\" is formatted as a date"))
  }

  @Test("Strict workbooks read as transitional ones")
  func strict() throws {
    var book = TestWorkbook([.init("S", [[.styled(2, "45292"), "kWh"]])])
    book.namespace = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    #expect(try Self.text(book) == "2024-01-01,kWh\n")
  }

  @Test(
    "Cells out of order, twice, or beyond the sheet are errors",
    arguments: [
      ("<row r=\"2\"/><row r=\"1\"/>", "\"1\" stands twice or behind"),
      ("<row r=\"0\"/>", "\"0\" was read as the place"),
      ("<row r=\"1048577\"/>", "\"1048577\" was read as the place"),
      (
        "<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>", "\"A1\" stands twice"
      ),
      (
        "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>", "\"A1\" stands twice"
      ),
      ("<row r=\"1\"><c r=\"A2\"><v>1</v></c></row>", "\"A2\" was read as the place"),
      ("<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>", "\"XFE1\" was read as the place"),
      ("<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>", "the cell XFD1 stands behind column 4096"),
    ])
  func places(data: String, words: String) {
    #expect(Self.complaint(TestWorkbook([.init("S", data: data)])).contains(words))
  }

  @Test("A cell is at most as long as a spreadsheet allows")
  func longCell() {
    let book = TestWorkbook([.init("S", [[.text(String(repeating: "字", count: 32_769))]])])
    #expect(Self.complaint(book).contains("longer than the 32767 characters"))
  }

  @Test("A declaration of a document type is refused in any part")
  func doctype() {
    var book = TestWorkbook([.init("S", [[1]])])
    book.shared = []
    for part in [
      "xl/sharedStrings.xml", "xl/workbook.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml",
    ] {
      var zip = ZipWriter()
      guard let archive = try? Archive(book.file(), file: "b") else { continue }
      for entry in archive.entries {
        let bytes = (try? archive.bytes(of: entry, limit: 1 << 20)) ?? []
        zip.add(entry.name, (entry.name == part ? Array("<!DOCTYPE x>".utf8) : []) + bytes)
      }
      let complaint = Self.complaint { () throws(DiagnosticsError) in
        _ = try SourceText.table(
          zip.archive(), file: "book.xlsx", choice: SheetChoice { _ in true })
      }
      #expect(complaint.contains("book.xlsx!\(part):1: error: <!DOCTYPE was read"), "\(part)")
    }
  }
}
