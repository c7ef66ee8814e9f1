import Testing

@testable import Documents

@Suite("Delimited tables")
struct TableTests {

  private func table(
    _ text: String, vocabulary: HeadingVocabulary = [:], required: [String] = []
  ) throws -> Table {
    try Table.read(
      SourceText(file: "t.csv", text: text), vocabulary: vocabulary, required: required)
  }

  private func cells(_ table: Table) -> [[String]] {
    table.rows.map { row in table.columns.indices.map { row[$0].text } }
  }

  private func faults(
    _ text: String, vocabulary: HeadingVocabulary = [:], required: [String] = []
  ) -> [Diagnostic] {
    do {
      _ = try table(text, vocabulary: vocabulary, required: required)
      return []
    } catch {
      return (error as? DiagnosticsError)?.diagnostics ?? []
    }
  }

  @Test(
    "Every separator and every line end gives the same table",
    arguments: [",", ";", "\t"], ["\n", "\r", "\r\n"])
  func dialects(separator: String, lineEnd: String) throws {
    let lines = [["account", "name"], ["1", "电厂"], ["2", ""]]
    let text = lines.map { $0.joined(separator: separator) }.joined(separator: lineEnd)
    for end in ["", lineEnd] {
      let table = try table(text + end)
      #expect(table.columns.map(\.heading) == ["account", "name"])
      #expect(cells(table) == [["1", "电厂"], ["2", ""]])
      #expect(table.rows.map(\.line) == [2, 3])
    }
  }

  @Test(
    "The separator is the one by which heading and rows agree",
    arguments: [
      ("a;b\n1,5;2,5\n", TableSeparator.semicolon), ("a,b\n1;2,3;4\n", .comma),
      ("a\tb\n1,2\t3\n", .tab), ("x;y;z,b\n1,2\n", .comma), ("a\n1\n", .comma),
      ("a,b,c;d\n1,2,3;4\n", .comma),
      ("a,b\n1,2,3\n", .comma), ("\"a;b;c\",d\n1,2\n", .comma), ("", .comma),
    ])
  func detection(text: String, separator: TableSeparator) {
    #expect(TableSeparator.detect(in: SourceText(file: "t", text: text)) == separator)
  }

  @Test(
    "Values are read as RFC 4180 writes them",
    arguments: [
      ("\"x,y\"", "x,y"), ("\"say \"\"no\"\"\"", "say \"no\""), ("\"a\nb\"", "a\nb"),
      ("\"\"", ""), ("\"\"\"\"", "\""), (" x ", "x"), ("　x　", "x"), (" \" x \" ", "x"),
      ("5\" pipe", "5\" pipe"), ("\t x", "x"), ("“x”", "“x”"), ("\"\"\"\"\"\"", "\"\""),
    ])
  func quoting(written: String, value: String) throws {
    for (before, after) in [("", ",z"), ("z,", ""), ("z,", ",z")] {
      let headings = (0...(before + after).count { $0 == "," }).map { "h\($0)" }
      let table = try table(
        "\(headings.joined(separator: ","))\n\(before)\(written)\(after)\n", vocabulary: [:])
      let column = before.isEmpty ? 0 : 1
      #expect(table.cell(row: 0, column: column).text == value)
    }
  }

  @Test("A value's place is that of its text, without quotation marks and blanks")
  func places() throws {
    let table = try table("户号,b\r\n\"多\r\n行\" ,  x \r\n,\"y\"\r\n")
    let row = try #require(table.rows.first)
    #expect(row[0].location == SourceLocation(line: 2, column: 2))
    #expect(row[1].location == SourceLocation(line: 3, column: 7))
    #expect(table.rows.map(\.line) == [2, 4])
    #expect(table.cell(row: 1, column: 0).location == SourceLocation(line: 4, column: 1))
    #expect(table.cell(row: 1, column: 1).location == SourceLocation(line: 4, column: 3))
    #expect(table.heading(ofColumn: 1).location == SourceLocation(line: 1, column: 4))
  }

  @Test("A diagnostic points at its cell")
  func diagnostic() throws {
    let table = try table("account,voltage\n1,35KV\n")
    let cell = try #require(table.rows.first?["voltage"])
    let diagnostic = cell.diagnostic(code: "voltage", message: "\"35KV\" was read")
    #expect(
      DiagnosticText.render(diagnostic) == """
        t.csv:2:3: error: "35KV" was read [voltage]
            2 | 1,35KV
              |   ^^^^

        """)
  }

  @Test("Rows without any value are no rows")
  func emptyRows() throws {
    let table = try table("\n \na,b\n\n,\n1,2\n  \n, ,,\n\"\",\n")
    #expect(cells(table) == [["1", "2"]])
  }

  @Test("Empty columns at the end are passed over, whether their separators are there or not")
  func trailingSeparators() throws {
    #expect(
      try cells(table("a,b,,\n1,2,,\n3,4\n5,6,\n7,8,,,,\n")).map { $0.prefix(2) } == [
        ["1", "2"], ["3", "4"], ["5", "6"], ["7", "8"],
      ])
  }

  @Test("A table of a heading only has no rows")
  func headingOnly() throws {
    #expect(try table("a,b\n").rowCount == 0)
  }

  @Test(
    "Slips are reported with code and place",
    arguments: [
      ("", "empty-file", nil, nil), ("\n \n", "empty-file", nil, nil),
      ("a,b\n1\n", "row-length", 2, 1), ("a,b\n1,2,3\n", "row-length", 2, 5),
      ("a,b\n1,\"2\n3,4\n", "unclosed-quote", 2, 3),
      ("a,b\n1,\"2\"x\n", "text-after-quote", 2, 6),
      ("a,b,a\n1,2,3\n", "duplicate-heading", 1, 5), ("a, A \n1,2\n", "duplicate-heading", 1, 4),
      ("a,,b\n1,2,3\n", "missing-heading", 2, 3), ("a,b,\n1,2,3\n", "missing-heading", 2, 5),
    ] as [(String, String, Int?, Int?)])
  func slips(text: String, code: String, line: Int?, column: Int?) {
    let faults = faults(text)
    #expect(faults.map(\.code) == [code])
    #expect(faults.first?.line == line)
    #expect(faults.first?.column == column)
  }

  @Test("All slips of a table are reported, in the order of the file")
  func allSlips() {
    let faults = faults("a,b,a\n1\n1,2,3,4\n1,\"2\"x,3\n1,2,\"\n")
    #expect(
      faults.map(\.code) == [
        "duplicate-heading", "row-length", "row-length", "text-after-quote", "unclosed-quote",
      ])
    #expect(faults.compactMap(\.line) == [1, 2, 3, 4, 5])
  }

  @Test("4 096 columns are read, one more is refused")
  func columnLimit() throws {
    func text(_ columns: Int) -> String { (0..<columns).map { "h\($0)" }.joined(separator: ",") }
    #expect(try table(text(4096)).columns.count == 4096)
    #expect(faults(text(4097)).map(\.code).contains("too-many-columns"))
    #expect(faults(String(repeating: ",", count: 1_000_000)).map(\.code) == ["too-many-columns"])
  }

  @Test("65 536 bytes in a value are read, one more is refused")
  func fieldLimit() throws {
    func text(_ length: Int) -> String { "a,b\n1,\(String(repeating: "x", count: length))\n" }
    #expect(try table(text(65536)).rows.first?[1].text.count == 65536)
    #expect(faults(text(65537)).map(\.code) == ["field-too-long"])
    let quoted = "a,b\n1,\"\(String(repeating: "x", count: 65537))\"\n"
    #expect(faults(quoted).map(\.code) == ["unclosed-quote"])
  }

  @Test("A large table is read within a second or two")
  func largeTable() throws {
    let row = "1000000001,某某钢铁有限公司,cn-hubei-two-part,35kV,2x1000+630,\"a,b\",,0.90\n"
    let text = "a,b,c,d,e,f,g,h\n" + String(repeating: row, count: 100_000)
    let table = try table(text)
    #expect(table.rowCount == 100_000)
    #expect(table.cell(row: 99_999, column: 5).text == "a,b")
  }
}
