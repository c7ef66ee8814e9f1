import Documents
import Quantities
import Reporting
import Testing

@Suite("JSON")
struct JSONWriterTests {
  @Test(
    "Texts are escaped as JSON requires",
    arguments: [
      ("a\"b\\c", #""a\"b\\c""#), ("line\nfeed\r\ttab", #""line\nfeed\r\ttab""#),
      ("\u{0}\u{1F}\u{7F}", #""\u0000\u001f\u007f""#),
      ("\u{2028}\u{2029}", #""\u2028\u2029""#), ("电费/€ 😀", #""电费/€ 😀""#), ("", #""""#),
    ])
  func escapes(text: String, written: String) {
    #expect(JSONWriter.compact(.string(text)) == written)
  }

  @Test("Numbers keep every digit: 21 of an amount, none invented")
  func numbers() throws {
    let money = Money(units: 161_251_200_000_000_000_000_000_001)
    #expect(JSONWriter.compact(.exact(money)) == "161251.200000000000000000001")
    #expect(JSONWriter.compact(.exact(try Price("0.1"))) == "0.1")
    #expect(JSONWriter.compact(.exact(try Rate("-0.0075"))) == "-0.0075")
    #expect(JSONWriter.compact(.exact(Power(8000))) == "8000")
    #expect(JSONWriter.compact(.exact(nil as Power?)) == "null")
    #expect(JSONWriter.compact(.exact(try Energy(kilowattHours: "0.000001"))) == "0.000001")
  }

  @Test("Members keep their order; short containers stand on one line, long ones do not")
  func layout() {
    let long = String(repeating: "x", count: 60)
    let value: JSONValue = [
      "z": ["b": 1, "a": nil], "empty": [], "none": [:],
      "list": [.string(long), .string(long)], "deep": [["k": true]],
    ]
    #expect(
      JSONWriter.document(value) == """
        {
          "z": {"b": 1, "a": null},
          "empty": [],
          "none": {},
          "list": [
            "\(long)",
            "\(long)"
          ],
          "deep": [
            {"k": true}
          ]
        }

        """)
    #expect(
      JSONWriter.compact(["z": [1, 2], "a": ["b": false]]) == #"{"z":[1,2],"a":{"b":false}}"#)
  }
}

@Suite("CSV")
struct CSVWriterTests {
  @Test(
    "A name that begins like a formula is made harmless, a negative number is left alone",
    arguments: [
      ("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\""), ("+1", "'+1"), ("-1", "-1"),
      ("-1+1", "'-1+1"), ("-", "'-"), ("-1.5", "-1.5"), ("-1-", "'-1-"),
      ("@sum", "'@sum"), ("\t=1", "'\t=1"), ("＝1", "'＝1"), ("a=b", "a=b"), ("甲-乙", "甲-乙"),
    ])
  func formulas(name: String, written: String) {
    #expect(CSVWriter.document([[.text(name)]]) == written + "\r\n")
    #expect(CSVWriter.document([[.figure("-9356.15"), .empty]]) == "-9356.15,\r\n")
  }

  @Test("Commas, quotation marks, line breaks and blanks at the ends are quoted")
  func quotes() {
    let cells: [CSVCell] = ["a,b", "say \"x\"", "two\nlines", "back\rwards", " edge", "plain"].map(
      CSVCell.text)
    #expect(
      CSVWriter.document([cells])
        == "\"a,b\",\"say \"\"x\"\"\",\"two\nlines\",\"back\rwards\",\" edge\",plain\r\n")
  }
}

@Suite("Tables and running text")
struct TextTests {
  @Test("Columns stand straight beside Chinese names: two cells a character")
  func wideCharacters() {
    var table = TextTable([.init(.left, gap: 0), .init(.right), .init(.left, gap: 1)])
    table.add(["湖南钛业", "1,866,000", "kWh"])
    table.add(["Mill", "42", "kW"])
    table.addRule(under: [1])
    table.add(["合计 total", "7"])
    #expect(
      table.lines == [
        "湖南钛业    1,866,000 kWh", "Mill               42 kW", "            ─────────",
        "合计 total          7",
      ])
    let ends = table.lines.dropLast().map { line in
      DisplayWidth.of(line.prefix { $0 != "k" })
    }
    #expect(ends == [22, 22, 21])
    #expect(table.width == 25)
  }

  @Test("Decimal points stand under each other; a percentage counts its point too")
  func points() {
    var table = TextTable([.init(.left, gap: 0), .init(.point)])
    table.add(["a", "31.68"])
    table.add(["b", "0.763861"])
    table.add(["c", "\u{2212}0.30 %"])
    table.add(["d", "1,200"])
    #expect(table.lines == ["a     31.68", "b      0.763861", "c     \u{2212}0.30 %", "d  1,200"])
  }

  @Test("Control characters of a name cannot steer the terminal")
  func control() {
    var table = TextTable([.init(.left, gap: 0)])
    table.add(["a\u{1B}[31mb"])
    #expect(table.lines == ["a\u{241B}[31mb"])
  }

  @Test("Text is cut at blanks, Chinese between characters, and never beyond the room")
  func wrapping() {
    let lines = TextBlock.lines(
      "first second third", lead: "12  ", width: 16)
    #expect(lines == ["12  first second", "    third"])
    let chinese = TextBlock.lines("关于完善两部制电价用户基本电价执行方式的通知", lead: "1  ", width: 19)
    #expect(chinese == ["1  关于完善两部制电", "   价用户基本电价执", "   行方式的通知"])
    #expect(TextBlock.lines("", lead: "x ") == ["x "])
    // Dates and figures stay whole, marks stay with what they close or open.
    #expect(
      TextBlock.lines("未达到（2025-04、2025-11），见上。", width: 17)
        == ["未达到（2025-04、", "2025-11），见上。"])
    #expect(TextBlock.lines("甲乙丙丁戊。", width: 10) == ["甲乙丙丁", "戊。"])
    #expect(TextBlock.lines("甲乙丙丁（戊己）", width: 10) == ["甲乙丙丁", "（戊己）"])
    #expect(TextBlock.lines("0123456789abc", width: 10) == ["0123456789", "abc"])
  }

  @Test("Two ends share a line where they fit, else the second stands below")
  func ends() {
    #expect(TextBlock.ends("left", "right", width: 12) == ["left   right"])
    #expect(TextBlock.ends("left", "right", width: 10) == ["left", "     right"])
  }

  @Test("Figures: thousands by comma, a true minus sign, digits as asked for")
  func figures() throws {
    let style = NumberStyle.grouped
    #expect(style.number(try Money("-1234567.5"), atLeast: 2) == "\u{2212}1,234,567.50")
    #expect(style.number(Quantity(999)) == "999")
    #expect(style.number(try Quantity("1000.125"), atMost: 2) == "1,000.13")
    #expect(style.number(try Price("0.5"), digits: 4) == "0.5000")
    #expect(style.percent(try Rate("-0.003"), atLeast: 2) == "\u{2212}0.30 %")
    #expect(style.percent(try Rate("0.4")) == "40 %")
    #expect(style.count(-35040) == "\u{2212}35,040")
    #expect(NumberStyle.plain.number(Quantity(1_866_000)) == "1866000")
  }
}
