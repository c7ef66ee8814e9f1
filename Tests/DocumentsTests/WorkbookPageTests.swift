import Quantities
import Testing

@testable import Documents

@Suite("Printed pages of a workbook")
struct WorkbookPageTests {
  typealias Writer = WorkbookWriterTests

  private static func sheet(columns: Int, width: Int, charts: Int = 0) -> SheetContent {
    let places = WorkbookRange(sheet: 0, rows: 1...1, column: 0)
    return SheetContent(
      name: "S",
      columns: (0..<columns).map { WorkbookColumn("c\($0)", width: width, wraps: $0 == 1) },
      rows: [(0..<columns).map { .text("text \($0)") }],
      charts: (0..<charts).map { _ in
        WorkbookChart(
          .columns, title: "t", series: [WorkbookSeries(name: "s", below: places, values: places)],
          row: 3, column: columns)
      })
  }

  private static func part(_ sheet: SheetContent, footer: String = "") throws -> String {
    let content = WorkbookContent(
      title: "T", footer: footer, created: Writer.day, sheets: [sheet])
    let bytes = try WorkbookWriter.bytes(of: content, file: "book.xlsx")
    return try Writer.part("xl/worksheets/sheet1.xml", of: bytes)
  }

  @Test("A4, one page beside the other, the heading on each, across where it is wider than a page")
  func setup() throws {
    let narrow = try Self.part(Self.sheet(columns: 4, width: 20))
    let wide = try Self.part(Self.sheet(columns: 6, width: 20))
    // 4 × 5 characters and a chart of 480 pixels of 7 each: 88.6 and, with 4 × 8, 100.6.
    let upright = try Self.part(Self.sheet(columns: 4, width: 5, charts: 1))
    let across = try Self.part(Self.sheet(columns: 4, width: 8, charts: 1))
    for part in [narrow, wide, upright, across] {
      #expect(part.contains("<pageSetUpPr fitToPage=\"1\"/>"))
      #expect(part.contains(#/<pageSetup paperSize="9"[^>]* fitToHeight="0"/#))
    }
    for part in [narrow, upright] { #expect(part.contains("orientation=\"portrait\"")) }
    for part in [wide, across] { #expect(part.contains("orientation=\"landscape\"")) }
    let content = WorkbookContent(
      title: "T", created: Writer.day, sheets: [Self.sheet(columns: 2, width: 9)])
    let book = try Writer.part(
      "xl/workbook.xml", of: WorkbookWriter.bytes(of: content, file: "book.xlsx"))
    #expect(book.contains("_xlnm.Print_Titles") && book.contains("S!$1:$1"))
  }

  @Test("The footer has the account and the number of the page; an & is no order")
  func footer() throws {
    let part = try Self.part(Self.sheet(columns: 1, width: 9), footer: "A & B &P\n户号")
    #expect(
      part.contains(
        "<oddFooter>&amp;LA &amp;&amp; B &amp;&amp;P␊户号&amp;R&amp;P / &amp;N</oddFooter>"))
    let long = try Self.part(
      Self.sheet(columns: 1, width: 9), footer: String(repeating: "&字", count: 500))
    #expect(long.contains("字&amp;R&amp;P / &amp;N</oddFooter>"))
  }

  @Test("Texts of a column that wraps are broken into lines, and every cell begins at its top")
  func wrapping() throws {
    let bytes = try WorkbookWriter.bytes(
      of: WorkbookContent(
        title: "T", created: Writer.day, sheets: [Self.sheet(columns: 2, width: 9)]),
      file: "book.xlsx")
    let styles = try Writer.part("xl/styles.xml", of: bytes)
    let formats =
      styles.components(separatedBy: "<cellXfs").last?
      .components(separatedBy: "<xf ").dropFirst(2) ?? []
    // The heading and the two columns.
    #expect(formats.count == 3)
    #expect(formats.allSatisfy { $0.contains("vertical=\"top\"") })
    #expect(formats.count { $0.contains("wrapText=\"1\"") } == 2)
  }

  @Test("Rows are as high as their texts need: 15 points a line")
  func heights() throws {
    let text = "one two three four five six seven"  // 33 characters in lines of 10 − 3
    let sheet = SheetContent(
      name: "S",
      columns: [
        WorkbookColumn("a heading of three lines", width: 13),
        WorkbookColumn("b", width: 10, wraps: true), WorkbookColumn("c", width: 10),
      ],
      rows: [
        [.text("x"), .text(text), .empty], [.text("x"), .text("y"), .text(text)],
        [.text("x"), .text("两个字一二三四五六七"), .empty],
      ])
    let part = try Self.part(sheet)
    // "a heading", "of three", "lines"; "one two", "three", "four", "five", "six", "seven";
    //  ten wide characters are 20 cells, in lines of 6 four of them.
    let heights = part.matches(of: #/<row r="(\d+)"[^>]*? ht="([0-9.]+)" customHeight="1"/#).map {
      "\($0.output.1):\($0.output.2)"
    }
    #expect(heights == ["1:45", "2:90", "4:60"])
  }

  @Test("Figures end at the right under headings that do, texts and dates begin at the left")
  func sides() throws {
    let sheet = SheetContent(
      name: "S",
      columns: [
        WorkbookColumn("text"), WorkbookColumn("money", format: .money(digits: 2)),
        WorkbookColumn("month", format: .month),
      ], rows: [[.text("x"), .money("1.50", digits: 2), .month(Month(ordinal: 24_312))]])
    let bytes = try WorkbookWriter.bytes(of: Writer.book([sheet]), file: "book.xlsx")
    let part = try Writer.part("xl/worksheets/sheet1.xml", of: bytes)
    let styles = try Writer.part("xl/styles.xml", of: bytes)
    let formats =
      styles.components(separatedBy: "<cellXfs").last?
      .components(separatedBy: "<xf ").dropFirst().map { $0 } ?? []
    for (column, side) in [("A", "left"), ("B", "right"), ("C", "left")] {
      for row in [1, 2] where !(row == 2 && column == "A") {
        let pattern = try Regex<(Substring, Substring)>("<c r=\"\(column)\(row)\" s=\"(\\d+)\"")
        let style = try #require(part.firstMatch(of: pattern).flatMap { Int($0.output.1) })
        #expect(formats[style].contains("horizontal=\"\(side)\""), "\(column)\(row)")
      }
    }
  }
}
