import TestSupport
import Testing

@testable import Documents

@Suite("Which sheet is read")
struct SheetChoiceTests {

  private static let book = TestWorkbook([
    .init("封面", [["exported"]]), .init("Load", [["stamp", "kWh"], [.styled(1, "45292"), 1]]),
    .init("Old", [["stamp", "kWh"], [.styled(1, "45000"), 9]], isHidden: true),
    .init("Empty", [[]]),
  ])

  private func holdsStamp(_ source: SourceText) -> Bool {
    source.text(ofLine: 1).hasPrefix("stamp")
  }

  @Test("The only visible sheet that fits is read; hidden ones are not looked at")
  func onlyFitting() throws {
    let source = try WorkbookTests.source(Self.book, fits: holdsStamp)
    #expect(source.sheet?.name == "Load")
    #expect(source.text(ofLine: 2) == "2024-01-01 00:00:00,1")
  }

  @Test("A sheet that is named is read, hidden or not, whatever its case; others are listed")
  func named() throws {
    #expect(try WorkbookTests.source(Self.book, sheet: "old").text(ofLine: 2).hasSuffix(",9"))
    #expect(try WorkbookTests.source(Self.book, sheet: "封面").text(ofLine: 1) == "exported")
    let complaint = WorkbookTests.complaint(Self.book, sheet: "Loda")
    #expect(complaint.contains("no sheet \"Loda\"; it has \"封面\", \"Load\", \"Old\" and \"Empty\""))
    #expect(complaint.contains("did you mean \"Load\"?"))
  }

  @Test("The only visible sheet with values is read, even where it does not fit")
  func onlyFilled() throws {
    let book = TestWorkbook([
      .init("A", [[]]), .init("B", [["x"]]), .init("C", [["y"]], isHidden: true),
    ])
    #expect(try WorkbookTests.source(book, fits: { _ in false }).sheet?.name == "B")
  }

  @Test("Several that fit, or none of several, are an error that lists them")
  func ambiguous() {
    let complaint = WorkbookTests.complaint(Self.book)
    #expect(
      complaint.contains(
        "2 sheets with values, \"封面\" and \"Load\", and \"封面\" and \"Load\" could all be"))
    let none = WorkbookTests.complaint { () throws(DiagnosticsError) in
      _ = try WorkbookTests.source(Self.book, fits: { _ in false })
    }
    #expect(none.contains("none of them has the headings"))
  }

  @Test("A workbook of hidden sheets alone names them")
  func hidden() {
    let book = TestWorkbook([.init("A", [["x"]], isHidden: true)])
    #expect(WorkbookTests.complaint(book).contains("hidden sheets are read only by name: \"A\""))
  }

  @Test("A fault in a sheet that is not chosen does no harm")
  func otherSheet() throws {
    let book = TestWorkbook([
      .init("Notes", [[.shared(7)]]), .init("Load", [["stamp"], [.styled(2, "45292")]]),
    ])
    #expect(try WorkbookTests.source(book, fits: holdsStamp).sheet?.name == "Load")
  }

  @Test("A table is read from the sheet with its headings, and its places are names of cells")
  func table() throws {
    let book = TestWorkbook([
      .init("Notes", [["something else"]]),
      .init("Q1 2026", [[], ["x; y", "户号", .none, "kWh"], ["a,b", "0123", .none, "9"]]),
    ])
    let vocabulary = HeadingVocabulary([HeadingEntry("account", ["户号"]), HeadingEntry("kwh")])
    let source = try WorkbookTests.source(
      book, fits: { $0.isTable(of: vocabulary, required: ["account", "kwh"]) })
    let table = try Table.read(source, vocabulary: vocabulary, required: ["account", "kwh"])
    let cell = try #require(table.rows.first?["kwh"])
    #expect(cell.text == "9")
    #expect(cell.location == SourceLocation(line: 3, column: 4))
    let told = DiagnosticText.render(cell.diagnostic(code: "x", message: "wrong"))
    #expect(
      told == """
        book.xlsx:'Q1 2026'!D3: error: wrong [x]
            3 | "a,b",0123,,9
              |             ^

        """)
  }

  @Test(
    "Columns are named A to XFD",
    arguments: [(1, "A1"), (26, "Z1"), (27, "AA1"), (702, "ZZ1"), (703, "AAA1"), (16_384, "XFD1")])
  func names(column: Int, name: String) throws {
    #expect(SheetCells.name(row: 1, column: column) == name)
    let parsed = Array(name.utf8).withUnsafeBufferPointer(SheetCells.parse)
    #expect(parsed?.column == column)
    #expect(parsed?.row == 1)
  }

  @Test(
    "Texts that are no names of cells are none",
    arguments: ["", "A", "1", "A0", "1A", "A-1", "ÄÄ1", "A12345678"])
  func noNames(text: String) {
    #expect(Array(text.utf8).withUnsafeBufferPointer(SheetCells.parse) == nil)
  }
}
