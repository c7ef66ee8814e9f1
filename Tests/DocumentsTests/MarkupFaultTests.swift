import Testing

@testable import Documents

@Suite("Slips in XML are explained")
struct MarkupFaultTests {

  /// ⟦ and ⟧ stand around what is to be marked.
  struct Slip: CustomTestStringConvertible {
    let text: String
    let code: String
    let says: String
    var hint: String?

    init(_ text: String, _ code: String, _ says: String, hint: String? = nil) {
      self.text = text
      self.code = code
      self.says = says
      self.hint = hint
    }

    var testDescription: String { text }
  }

  static let slips = [
    Slip("⟦⟧\n \n", "empty-file", "no element was found"),
    Slip("⟦hello⟧ world", "not-xml", "\"hello\" was read where < is expected"),
    Slip("<a>\n<b>\n⟦</a>⟧", "unclosed-element", "<b> of line 2 is still open", hint: "</b>"),
    Slip("<a>\n⟦<b k='1'>⟧\n", "unclosed-element", "<b> is never closed: the file ends on line 3"),
    Slip("<a><row>1⟦</rwo>⟧</a>", "unmatched-end-tag", "</row> is expected", hint: "</row>?"),
    Slip("<a/>⟦</a>⟧", "unmatched-end-tag", "no element is open"),
    Slip("<a k=⟦12⟧/>", "missing-quote", "\"12\" was read", hint: "k=\"12\""),
    Slip(
      "<a k=⟦12\" m=\"x\"/>⟧".replacing("\" m=\"x\"/>⟧", with: "⟧\" m=\"x\"/>"), "missing-quote",
      "must stand in quotation marks"),
    Slip("<a k=⟦\"12⟧>\n<b/></a>", "missing-quote", "\"k\" has no closing \""),
    Slip("<a k=⟦\"12⟧ m=\"3\"><b/></a>", "missing-quote", "\"k\" has no closing \""),
    Slip("<a>\n<b k=⟦'12⟧/>\n<c m='1'/></a>", "missing-quote", "\"k\" has no closing '"),
    Slip("<a k=⟦\"12⟧", "missing-quote", "has no closing"),
    Slip("<a k=\"1\"⟦\"⟧/>", "missing-quote", "a quotation mark was read"),
    Slip("<a k=\"1 ⟦<⟧ 2\"/>", "lone-less-than", "in the value of \"k\"", hint: "&lt;"),
    Slip("<a>1 ⟦<⟧ 2</a>", "lone-less-than", "no name of an element follows", hint: "&lt;"),
    Slip("<a>R⟦&⟧D</a>", "lone-ampersand", "& was read alone", hint: "&amp;"),
    Slip("<a k='R ⟦&⟧ D'/>", "lone-ampersand", "& was read alone", hint: "&amp;"),
    Slip("<a>⟦&nbsp;⟧</a>", "unknown-reference", "&nbsp; is not known"),
    Slip("<a>⟦&#0;⟧</a>", "unknown-reference", "not the number of a character"),
    Slip("<a k='1'\n m='2' ⟦k⟧='3'/>", "duplicate-attribute", "first is on line 1, column 4"),
    Slip("<a k='1'⟦m='2'/⟧>", "missing-blank", "a blank is expected between two attributes"),
    Slip("<a ⟦checked⟧/>", "missing-equals", "has no value", hint: "checked=\"…\""),
    Slip("<a ⟦1⟧k='1'/>", "bad-name", "\"1\" was read"),
    Slip("⟦<a k='1'⟧\n<b/></a>", "missing-greater-than", "the tag <a has no closing >"),
    Slip("<a>⟦<⟧", "missing-greater-than", "the file ends inside a tag", hint: "cut off"),
    Slip("<a m⟦＜⟧='1'/>", "full-width-mark", "＜ (a full-width sign)"),
    Slip("<a>⟦</a⟧\n", "missing-greater-than", "the file ends inside the tag </a"),
    Slip(
      "<a><b></b ⟦⟧</a>".replacing("</b ⟦⟧", with: "⟦</b⟧ "), "missing-greater-than", "no closing >"
    ),
    Slip("<a k=⟦“⟧1”/>", "full-width-mark", "“ (a Chinese quotation mark) was read where \""),
    Slip("<a k=\"1⟦”⟧ m=\"2\"/>", "full-width-mark", "” (a Chinese quotation mark)"),
    Slip("<a k=\"1⟦”⟧>\n</a>", "full-width-mark", "” (a Chinese quotation mark)"),
    Slip("<a k⟦＝⟧\"1\"/>", "full-width-mark", "＝ (a full-width equals sign) was read where ="),
    Slip("<a k=\"1\"⟦＞⟧</a>", "full-width-mark", "＞ (a full-width sign) was read where >"),
    Slip("<a>⟦＜⟧b>1</b></a>", "full-width-mark", "＜ (a full-width sign) was read where <"),
    Slip("<a><b>1⟦＜⟧/b></a>", "full-width-mark", "＜ (a full-width sign) was read where <"),
    Slip("<a⟦　⟧k=\"1\"/>", "full-width-mark", "a full-width blank was read where a plain blank"),
    Slip("⟦《⟧a>1</a>", "full-width-mark", "《 (a Chinese title mark)"),
    Slip("<a></a⟦＞⟧", "full-width-mark", "＞ (a full-width sign)"),
    Slip("<?xml version=⟦“⟧1.0”?><a/>", "full-width-mark", "“ (a Chinese quotation mark)"),
    Slip("⟦<?xml version=\"1.0\"⟧\n<a/>", "bad-declaration", "no closing ?>"),
    Slip("\n⟦<?xml⟧ version=\"1.0\"?><a/>", "misplaced-declaration", "very first characters"),
    Slip("<a/>⟦<?xml⟧ version=\"1.0\"?><a/>", "second-root", "a second document begins here"),
    Slip("<a/>\n⟦<b⟧/>", "second-root", "a second outermost element <b> begins here"),
    Slip("<a/>\n⟦x⟧", "text-outside", "\"x\" was read behind </a>"),
    Slip("⟦<!DOCTYPE⟧ a><a/>", "doctype", "<!DOCTYPE was read", hint: "delete"),
    Slip("⟦<!DOCTYPE⟧ html><html></html>", "not-xml", "web page"),
    Slip("<a>⟦<!ELEMENT⟧ b></a>", "not-well-formed", "\"<!ELEMENT\" was read"),
    Slip("<a>⟦<!--⟧ x</a>", "unclosed-comment", "--> never ends"),
    Slip("<a><!-- x ⟦--⟧ y --></a>", "comment-dashes", "-- was read inside a comment"),
    Slip("<a>⟦<![CDATA[⟧ x</a>", "unclosed-cdata", "]]> never ends"),
    Slip("<a>⟦<?⟧p x</a>", "unclosed-instruction", "?> never ends"),
    Slip("<a>x⟦]]>⟧</a>", "lone-brackets", "]]> was read"),
    Slip("<a>x⟦\u{1}⟧</a>", "control-character", "U+0001"),
    Slip("<a>x⟦\u{FFFF}⟧</a>", "control-character", "U+FFFF"),
    Slip("<a>\n<⟦x⟧:b/></a>", "unknown-prefix", "\"x\" of \"x:b\" is declared nowhere"),
    Slip("<a ⟦x⟧:k='1'/>", "unknown-prefix", "\"x\" of \"x:k\""),
  ]

  @Test("What was read, what is expected, and where", arguments: slips)
  func explanation(slip: Slip) throws {
    let marked = MarkedText(slip.text)
    let error = #expect(throws: DiagnosticsError.self) { try MarkupDocument.parse(marked.source) }
    let diagnostic = try #require(error?.diagnostics.first)
    let expected = Diagnostic(at: marked.range, in: marked.source, code: slip.code, message: "")
    #expect(diagnostic.code == slip.code, "\(diagnostic.message)")
    #expect(diagnostic.message.contains(slip.says), "\(diagnostic.message)")
    #expect(diagnostic.line == expected.line)
    #expect(diagnostic.column == expected.column)
    #expect(diagnostic.excerpt?.marked == expected.excerpt?.marked)
    if let hint = slip.hint { #expect(diagnostic.hint?.contains(hint) == true) }
  }

  @Test("An empty file is called one, without a place")
  func emptyFile() {
    let error = #expect(throws: DiagnosticsError.self) {
      try MarkupDocument.parse(SourceText(file: "t.xml", text: ""))
    }
    #expect(
      error.map { DiagnosticText.render($0.diagnostics) }
        == "t.xml: error: the file is empty, but it must hold an element [empty-file]\n")
  }

  @Test(
    "Documents only libxml2 objects to are refused at its line",
    arguments: [
      ("<a>\n<?x:y ?><b:/></a>", 2), ("<a>\n<?  ?></a>", 2), ("<a><b\u{2}/></a>", 1),
      ("<a>\n\n<b xmlns:p=''/></a>", 3), ("<?xml version='1.0' x='1'?>\n<a/>", 1),
      ("<a xmlns:p='u' xmlns:q='u'>\n<b p:k='1' q:k='2'/></a>", 2), ("<?xml?><a/>", 1),
    ])
  func onlyParser(text: String, line: Int) throws {
    let source = SourceText(file: "t", text: text)
    let error = #expect(throws: DiagnosticsError.self) { try MarkupDocument.parse(source) }
    #expect(error?.diagnostics.first?.line == line)
  }
}
