import Foundation
import Quantities
import Testing

@testable import Documents

@Suite("Workbooks that cannot be written")
struct WorkbookRefusalTests {

  private func complaint(_ sheet: SheetContent) -> String {
    WorkbookTests.complaint { () throws(DiagnosticsError) in
      _ = try WorkbookWriterTests.bytes([WorkbookWriterTests.sheet, sheet])
    }
  }

  private func complaint(_ cell: WorkbookCell) -> String {
    complaint(SheetContent(name: "S 2", columns: [], rows: [[.empty], [.empty, cell]]))
  }

  @Test(
    "Text that is no decimal number is refused with its cell",
    arguments: [
      "", "1e5", "1,5", "0x10", "1.", ".5", "--1", "+1", " 1", "nan", "inf", "1.2.3", "١",
    ])
  func numbers(text: String) {
    for cell in [
      WorkbookCell.number(text, digits: 0), .money(text, digits: 2), .percent(text),
      .formula("=A1", value: text, format: .general),
    ] {
      let words = complaint(cell)
      #expect(words.contains("book.xlsx:'S 2'!3:3: error: the cell B3 was to be written"))
      #expect(words.contains("where a decimal number is expected [workbook-cell]"))
    }
  }

  @Test("Dates are those from 1900-03-01 to 9999-12-31, longer texts than 32767 are none")
  func limits() throws {
    let early = try #require(CalendarDate(iso: "1900-02-28"))
    let first = try #require(CalendarDate(iso: "1900-03-01"))
    let last = try #require(CalendarDate(iso: "9999-12-31"))
    #expect(complaint(.date(early)).contains("a date that workbooks cannot hold"))
    #expect(complaint(.month(Month(ordinal: 1900 * 12 + 1))).contains("a date that workbooks"))
    #expect(complaint(.date(last.adding(days: 1))).contains("a date that workbooks cannot hold"))
    #expect(complaint(.date(first)).isEmpty)
    #expect(complaint(.date(last)).isEmpty)
    #expect(complaint(.text(String(repeating: "x", count: 32_768))).contains("32767 characters"))
    // 16 384 characters of two UTF-16 units.
    #expect(complaint(.text(String(repeating: "😀", count: 16_384))).contains("32767 characters"))
  }

  @Test("16 385 columns are more than a sheet has, 16 384 are not")
  func columns() {
    let row = [WorkbookCell](repeating: .empty, count: 16_384)
    #expect(complaint(SheetContent(name: "S", columns: [], rows: [row])).isEmpty)
    let words = complaint(SheetContent(name: "S", columns: [], rows: [row + [.empty]]))
    #expect(words.contains("3 rows and 16385 columns"))
    #expect(words.contains("[workbook-too-large]"))
  }

  @Test("1 048 574 rows fit below a heading and above totals, one more does not")
  func rows() {
    func sheet(_ count: Int) -> SheetContent {
      SheetContent(name: "S", columns: [], rows: [[WorkbookCell]](repeating: [], count: count))
    }
    #expect(complaint(sheet(1_048_574)).isEmpty)
    #expect(complaint(sheet(1_048_575)).contains("[workbook-too-large]"))
  }

  @Test("A chart without series, or of cells that are not there, is refused")
  func charts() {
    let range = WorkbookRange(sheet: 0, rows: 1...3, column: 1)
    func complaint(
      row: Int = 0, _ series: [WorkbookSeries], column: Int = 8,
      kind: WorkbookChartKind = .lines
    ) -> String {
      self.complaint(
        SheetContent(
          name: "S", columns: [], rows: [],
          charts: [
            WorkbookChart(kind, title: "kWh", series: series, row: row, column: column)
          ]))
    }
    func series(_ values: WorkbookRange, below: WorkbookRange? = nil) -> [WorkbookSeries] {
      [WorkbookSeries(name: "a", below: below, values: values)]
    }
    #expect(complaint(series(range)).isEmpty)
    #expect(complaint(series(range), kind: .stackedColumns).isEmpty)
    #expect(complaint(series(range, below: range), kind: .scatter).isEmpty)
    let nowhere = WorkbookRange(sheet: 2, rows: 1...3, column: 1)
    let below = WorkbookRange(sheet: 0, rows: 1...1_048_576, column: 1)
    for bad in [
      complaint([]), complaint(series(nowhere)), complaint(series(range, below: nowhere)),
      complaint(series(below)), complaint(row: -1, series(range)),
      complaint(series(range), column: 16_384), complaint(series(range), kind: .scatter),
    ] {
      #expect(bad.contains("book.xlsx:S: error: the chart \"kWh\" has no series, points without"))
    }
  }

  @Test("A file that cannot be written is told with its path, and nothing is left beside it")
  func unwritable() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "writer-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let content = WorkbookWriterTests.book([WorkbookWriterTests.sheet])
    for path in [folder.path, folder.appendingPathComponent("none/book.xlsx").path] {
      let words = WorkbookTests.complaint { () throws(DiagnosticsError) in
        try WorkbookWriter.write(content, to: path)
      }
      #expect(words.hasPrefix("\(path): error: it cannot be written"))
      #expect(words.contains("[file-unwritable]"))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    let path = folder.appendingPathComponent("book.xlsx").path
    try WorkbookWriter.write(content, to: path)
    #expect(try FileSystem.readBytes(path) == WorkbookWriter.bytes(of: content, file: "x"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["book.xlsx"])
  }

  @Test("A workbook without sheets is a workbook with an empty one")
  func nothing() throws {
    let bytes = try WorkbookWriterTests.bytes([])
    let archive = try Archive(bytes, file: "b.xlsx")
    let main = try #require(try Workbook.mainPart(of: archive))
    #expect(try Workbook(archive, main: main).sheets.count == 1)
  }
}
