import Testing

@testable import Documents

@Suite("Places in a text")
struct SourceTextTests {

  @Test(
    "Lines end with LF, CR or CRLF; columns count Unicode characters, all from 1",
    arguments: [
      ("", 0, 1, 1), ("abc", 0, 1, 1), ("abc", 2, 1, 3), ("abc", 3, 1, 4),
      ("a\nb", 2, 2, 1), ("a\rb", 2, 2, 1), ("a\r\nb", 3, 2, 1), ("a\r\rb", 3, 3, 1),
      ("a\n\r\nb", 4, 3, 1), ("电价 x", 7, 1, 4), ("电\n价x", 7, 2, 2), ("a\n", 2, 2, 1),
      ("é\u{301}x", 4, 1, 3),
    ])
  func location(text: String, offset: Int, line: Int, column: Int) {
    let place = SourceText(file: "t", text: text).location(ofByteOffset: offset)
    #expect(place == SourceLocation(line: line, column: column))
  }

  @Test("The text of a line comes without its end")
  func textOfLine() {
    let source = SourceText(file: "t", text: "one\r\n\rthree\nfour")
    #expect(source.lineCount == 4)
    #expect((1...4).map(source.text(ofLine:)) == ["one", "", "three", "four"])
  }

  @Test("A last line end opens an empty line")
  func lastLineEnd() {
    let source = SourceText(file: "t", text: "a\n")
    #expect(source.lineCount == 2)
    #expect(source.text(ofLine: 2).isEmpty)
  }

  @Test("Cutting a character in two leaves it out")
  func cutCharacter() {
    let source = SourceText(file: "t", text: "a电b")
    #expect(source.text(in: SourceRange(0, 2)) == "a")
    #expect(source.text(in: SourceRange(2, 5)) == "b")
    #expect(source.text(in: SourceRange(0, 5)) == "a电b")
  }

  @Test(
    "Chinese characters and full-width forms take two cells, combining marks none",
    arguments: [("abc", 3), ("电价", 4), ("（a）", 5), ("e\u{301}", 1), ("“”", 2), ("😀", 2), ("", 0)])
  func displayWidth(text: String, cells: Int) {
    #expect(DisplayWidth.of(text) == cells)
  }
}
