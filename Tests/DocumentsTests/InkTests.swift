import Testing

@testable import Documents

@Suite("Ink")
struct InkTests {
  @Test("Plain ink adds nothing; coloured ink ends each piece, and leaves an empty one empty")
  func paint() {
    for role in Ink.Role.allCases { #expect(Ink.paint("text", role) == "text") }
    Ink.$current.withValue(.coloured) {
      #expect(Ink.paint("text", .heading) == "\u{1B}[1mtext\u{1B}[0m")
      #expect(Ink.paint("text", nil) == "text")
      #expect(Ink.paint("", .error) == "")
      #expect(Set(Ink.Role.allCases.map { Ink.paint("text", $0) }).count == 5)
    }
    #expect(Ink.paint("text", .heading) == "text")
  }

  @Test("A severity's word has its role; an unknown one is dim")
  func severity() {
    let roles = ["saving", "error", "warning", "info"].map(Ink.Role.init(severity:))
    #expect(roles == [.cost, .error, .warning, .note])
  }

  @Test("A diagnostic's word and marks are painted, the blanks before the marks are not")
  func diagnostic() throws {
    let source = SourceText(file: "a.csv", text: "户号\tx")
    let diagnostic = Diagnostic(
      at: SourceRange(7, 8), in: source, code: "c", message: "wrong", hint: "mend")
    let plain = DiagnosticText.render(diagnostic)
    let painted = Ink.$current.withValue(.coloured) { DiagnosticText.render(diagnostic) }
    #expect(painted.replacing(#/\u{1B}\[[0-9;]*m/#, with: "") == plain)
    #expect(painted.contains(": \u{1B}[1;31merror\u{1B}[0m: wrong [c]\n"))
    #expect(painted.contains("      |     \t\u{1B}[1;31m^\u{1B}[0m\n"))
    #expect(painted.contains("\u{1B}[2m   hint: mend\u{1B}[0m\n"))
  }
}
