import Quantities
import Testing

@testable import Documents

@Suite("How diagnostics look")
struct DiagnosticTextTests {

  /// A diagnostic that marks what stands between ⟦ and ⟧.
  private func excerpt(_ marked: String, hint: Message? = nil) -> String {
    let text = MarkedText(marked)
    return DiagnosticText.render(
      Diagnostic(at: text.range, in: text.source, code: "c", message: "m", hint: hint))
  }

  @Test("A price page with two digits swapped, as the guide shows it")
  func swappedDigits() {
    let row = """
          <row voltage="220kV">     0.5720  0.4093   0.0169    0.0719       0.0378 0.0289  1.0369 \
          0.8752 0.5720 0.2688  28.8   18.0 </row>
      """
    let source = SourceText(
      file: "2026-03.xml", text: String(repeating: "\n", count: 25) + row + "\n")
    let start = 25 + 57
    let diagnostic = Diagnostic(
      at: SourceRange(start, start + 6), in: source, code: "price-total",
      message: "the 5 components add up to 0.5648, but the row says total 0.5720",
      hint: "two digits of \"transmission\" may be swapped: 0.0791 would make the total right")
    #expect(
      DiagnosticText.render(diagnostic) == """
        2026-03.xml:26:58: error: the 5 components add up to 0.5648, but the row says total 0.5720 \
        [price-total]
           26 | \(row)
              | \(String(repeating: " ", count: 57))^^^^^^
           hint: two digits of "transmission" may be swapped: 0.0791 would make the total right

        """)
  }

  @Test("A diagnostic about a whole file has neither line nor excerpt")
  func wholeFile() {
    let diagnostic = Diagnostic(file: "a.xml", code: "empty-file", message: "the file is empty")
    #expect(DiagnosticText.render(diagnostic) == "a.xml: error: the file is empty [empty-file]\n")
  }

  @Test("A warning is called one, and a line without column is given as such")
  func warning() {
    let diagnostic = Diagnostic(
      file: "a.xml", line: 3, code: "no-source", severity: .warning, message: "m")
    #expect(DiagnosticText.render(diagnostic) == "a.xml:3: warning: m [no-source]\n")
  }

  @Test("Carets stand under double-width characters and are as wide as they are")
  func doubleWidth() {
    #expect(
      excerpt("户号,⟦电压等级⟧,x") == """
        t.xml:1:4: error: m [c]
            1 | 户号,电压等级,x
              |      ^^^^^^^^

        """)
  }

  @Test("Tabs before the mark are tabs in the line of marks too")
  func tabs() {
    #expect(excerpt("\ta\t⟦b⟧") == "t.xml:1:4: error: m [c]\n    1 | \ta\tb\n      | \t \t^\n")
  }

  @Test("An empty stretch gets one caret, behind the line's end too")
  func emptyStretch() {
    #expect(excerpt("ab⟦⟧") == "t.xml:1:3: error: m [c]\n    1 | ab\n      |   ^\n")
    #expect(excerpt("a⟦⟧b") == "t.xml:1:2: error: m [c]\n    1 | ab\n      |  ^\n")
  }

  @Test("A stretch of several lines is marked to the end of its first line")
  func severalLines() {
    #expect(excerpt("a⟦bc\r\nd⟧e") == "t.xml:1:2: error: m [c]\n    1 | abc\n      |  ^^\n")
  }

  @Test("Blanks at the end of the line are left out unless they are marked")
  func trailingBlanks() {
    #expect(excerpt("⟦a⟧  ") == "t.xml:1:1: error: m [c]\n    1 | a\n      | ^\n")
    #expect(excerpt("a⟦ ⟧ ") == "t.xml:1:2: error: m [c]\n    1 | a \n      |  ^\n")
  }

  @Test("Control characters of a file never reach the terminal")
  func controlCharacters() {
    let read = "\u{7}"
    let text = excerpt("a\u{1B}[31m⟦b⟧\u{202E}", hint: "not \(read)")
    #expect(text == "t.xml:1:7: error: m [c]\n    1 | a␛[31mb·\n      |       ^\n   hint: not ␇\n")
  }

  @Test("Of a very long line the part around the mark is shown")
  func longLine() throws {
    let text = excerpt(
      String(repeating: "x", count: 5000) + "⟦y⟧" + String(repeating: "z", count: 5000))
    let lines = text.split(separator: "\n")
    try #require(lines.count == 3)
    #expect(lines[0] == "t.xml:1:5001: error: m [c]")
    #expect(lines[1].count < 220)
    #expect(lines[1].contains("…xxx") && lines[1].hasSuffix("z…"))
    let mark = try #require(lines[2].firstIndex(of: "^"))
    let column = lines[2].distance(from: lines[2].startIndex, to: mark)
    #expect(Array(lines[1])[column] == "y")
  }

  @Test("Diagnostics are sorted by file, line and column, whole files first")
  func order() {
    let text = SourceText(file: "b", text: "xx\nyy")
    let list = [
      Diagnostic(at: SourceRange(4, 5), in: text, code: "3", message: "m"),
      Diagnostic(file: "c", code: "4", message: "m"),
      Diagnostic(at: SourceRange(1, 2), in: text, code: "2", message: "m"),
      Diagnostic(file: "b", code: "1", message: "m"),
      Diagnostic(file: "a", line: 9, code: "0", message: "m"),
    ]
    #expect(DiagnosticsError(list).diagnostics.map(\.code) == ["0", "1", "2", "3", "4"])
  }

  @Test("A collector throws everything once there is an error, and nothing before")
  func collector() throws {
    var collector = DiagnosticCollector()
    collector.add(Diagnostic(file: "a", code: "w", severity: .warning, message: "m"))
    try collector.throwIfErrors()
    let value = collector.collect { () throws(DiagnosticsError) -> Int in
      throw DiagnosticsError(Diagnostic(file: "a", code: "e", message: "m"))
    }
    #expect(value == nil)
    let error = #expect(throws: DiagnosticsError.self) { try collector.throwIfErrors() }
    #expect(error?.diagnostics.map(\.code) == ["e", "w"])
  }
}
