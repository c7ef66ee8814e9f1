import Testing

@testable import Documents

@Suite("JSON is read strictly")
struct JSONTextTests {

  /// ⟦ and ⟧ stand around what is to be marked.
  struct Slip: CustomTestStringConvertible {
    let text: String
    let code: String
    let says: String

    init(_ text: String, _ code: String, _ says: String) {
      self.text = text
      self.code = code
      self.says = says
    }

    var testDescription: String { text }
  }

  static let slips = [
    Slip("⟦⟧", "json-empty", "the text is empty"),
    Slip(" \n ⟦⟧", "json-empty", "the text is empty"),
    Slip("[1]⟦⟧".replacing("⟦⟧", with: " ⟦]⟧"), "json-trailing", "\"]\" was read behind"),
    Slip("{} ⟦{⟧}", "json-trailing", "\"{\" was read behind"),
    Slip("[1,\n 2⟦,⟧]", "json-comma", "before ]"),
    Slip("{\"a\": 1⟦,⟧ }", "json-comma", "before }"),
    Slip("[1 ⟦2⟧]", "json-comma", "\"2\" was read where , or ]"),
    Slip("{\"a\": 1 ⟦\"⟧b\": 2}", "json-comma", "where , or }"),
    Slip("[⟦,⟧1]", "json-value", "\",\" was read where a value"),
    Slip("[1,⟦,⟧2]", "json-value", "\",\" was read where a value"),
    Slip("{⟦a⟧: 1}", "json-key", "\"a\" was read where a key"),
    Slip("{⟦'⟧a': 1}", "json-key", "where a key"),
    Slip("{\"a\": 1, ⟦2⟧: 1}", "json-key", "\"2\" was read where a key"),
    Slip("{\"a\" ⟦=⟧ 1}", "json-colon", "\"=\" was read where the colon"),
    Slip("{\"a\":\n ⟦}⟧", "json-value", "\"}\" was read where a value"),
    Slip("{\"a\": 1, \"b\": 2,\n ⟦\"a\"⟧: 3}", "json-duplicate-key", "the key \"a\" stands twice"),
    Slip(
      "{\"a\": 1, ⟦\"\\u0061\"⟧: 3}", "json-duplicate-key", "the key \"a\" stands twice"),
    Slip("[\n  {\"a\": [1, 2⟦⟧", "json-cut-off", ", or ] is expected"),
    Slip("{⟦⟧", "json-cut-off", "a member of the object or } is expected"),
    Slip("[⟦⟧", "json-cut-off", "a value of the array or ] is expected"),
    Slip("{\"a\"⟦⟧", "json-cut-off", "a colon is expected"),
    Slip("{\"a\":⟦⟧", "json-cut-off", "a value is expected"),
    Slip("{\"a\":1,⟦⟧", "json-cut-off", "a key is expected"),
    Slip("[1,⟦⟧", "json-cut-off", "a value is expected"),
    Slip("⟦True⟧", "json-value", "\"True\" was read where a value"),
    Slip("[⟦nul⟧]", "json-value", "\"nul\" was read"),
    Slip("⟦nulls⟧", "json-value", "\"nulls\" was read"),
    Slip("[⟦NaN⟧]", "json-value", "\"NaN\" was read"),
    Slip("⟦'⟧a'", "json-value", "was read where a value"),
    Slip("[1] ⟦/⟧/ x", "json-trailing", "\"/\" was read"),
    Slip("⟦电⟧量", "json-value", "\"电\" was read where a value"),
    Slip("⟦+⟧1", "json-value", "\"+\" was read"),
    Slip("⟦.⟧5", "json-value", "\".\" was read"),
    Slip("[⟦01⟧]", "json-number", "\"01\" was read, but a number must not begin with"),
    Slip("⟦-01⟧", "json-number", "needless 0"),
    Slip("[⟦-⟧]", "json-number", "behind the minus sign"),
    Slip("⟦-x⟧", "json-number", "behind the minus sign"),
    Slip("[⟦1.⟧, 2]", "json-number", "behind the point"),
    Slip("⟦1.e5⟧", "json-number", "behind the point"),
    Slip("⟦2e⟧", "json-number", "in the exponent"),
    Slip("[⟦2E+⟧]", "json-number", "in the exponent"),
    Slip("0⟦x10⟧", "json-trailing", "\"x10\" was read behind"),
    Slip("1⟦,⟧5", "json-trailing", "\",\" was read behind"),
    Slip("[⟦\"abc⟧\n]", "json-unclosed-string", "no closing quotation mark"),
    Slip("⟦\"abc⟧", "json-unclosed-string", "no closing quotation mark"),
    Slip("\"a⟦\t⟧b\"", "json-control-character", "U+0009"),
    Slip("\"a⟦\u{1F}⟧b\"", "json-control-character", "U+001F"),
    Slip("\"⟦\\x⟧41\"", "json-escape", "is no escape of JSON"),
    Slip("\"⟦\\量⟧\"", "json-escape", "is no escape of JSON"),
    Slip("\"⟦\\u12⟧G4\"", "json-escape", "four hexadecimal digits"),
    Slip("\"电⟦\\uD800⟧\"", "json-escape", "half of a surrogate pair"),
    Slip("\"⟦\\uDC00⟧\\uD800\"", "json-escape", "half of a surrogate pair"),
    Slip("\"⟦\\uD83D⟧\\u0041\"", "json-escape", "half of a surrogate pair"),
    Slip("\"a\\⟦⟧", "json-cut-off", "the rest of a string"),
    Slip("[1]⟦\u{0C}⟧", "json-trailing", "was read behind"),
    Slip("⟦\u{A0}⟧[1]", "json-value", "was read where a value"),
  ]

  @Test("What was read, what is expected, and where", arguments: slips)
  func explanation(slip: Slip) throws {
    let marked = MarkedText(slip.text)
    let error = #expect(throws: DiagnosticsError.self) { try JSONText.parse(marked.source) }
    let diagnostic = try #require(error?.diagnostics.first)
    let expected = Diagnostic(at: marked.range, in: marked.source, code: slip.code, message: "")
    #expect(error?.diagnostics.count == 1)
    #expect(diagnostic.code == slip.code, "\(diagnostic.message)")
    #expect(diagnostic.message.contains(slip.says), "\(diagnostic.message)")
    #expect(diagnostic.line == expected.line)
    #expect(diagnostic.column == expected.column)
    #expect(diagnostic.excerpt?.marked == expected.excerpt?.marked)
  }

  @Test(
    "Good documents",
    arguments: [
      ("null", .null), (" true\n", .bool(true)), ("\tfalse\r\n", .bool(false)),
      ("0", .number("0")), ("-0.0", .number("-0.0")), ("1E+3", .number("1E+3")),
      ("12345678901234567890.10", .number("12345678901234567890.10")),
      ("2e-07", .number("2e-07")), ("[]", .array([])), ("{}", .object([])),
      ("\"\"", .string("")), ("\"电\u{7F}\"", .string("电\u{7F}")),
      (#""\"\\\/\b\f\n\r\t\u00e9\u4E2D\uD83D\uDE00x""#, .string("\"\\/\u{8}\u{C}\n\r\té中😀x")),
      (#""\uFFFF\u0000""#, .string("\u{FFFF}\u{0}")),
      (
        "[1,[true , null],{\"b\":\"x\",\"a\":[]}]",
        .array([
          .number("1"), .array([.bool(true), .null]),
          .object([JSONNodeMember("b", .string("x")), JSONNodeMember("a", .array([]))]),
        ])
      ),
    ] as [(String, JSONNode)])
  func values(text: String, node: JSONNode) throws {
    #expect(try JSONText.parse(Array(text.utf8), file: "t.json") == node)
  }

  @Test("Keys are told apart by code points: é in one and in two of them are two keys")
  func keys() throws {
    let node = try JSONText.parse(
      SourceText(file: "t", text: "{\"\u{E9}\": 1, \"e\u{301}\": 2}"))
    let cursor = JSONCursor(node)
    #expect(try cursor.member("\u{E9}").numberText() == "1")
    #expect(try cursor.member("e\u{301}").numberText() == "2")
  }

  @Test("The twentieth and the thirteenth key of an object are found twice as the second is")
  func manyKeys() throws {
    for repeated in [0, 1, 11, 12, 13, 19] {
      let keys = (0..<20).map { "k\($0)" } + ["k\(repeated)"]
      let text = "{" + keys.map { "\"\($0)\": 0" }.joined(separator: ", ") + "}"
      let error = #expect(throws: DiagnosticsError.self) {
        try JSONText.parse(SourceText(file: "t", text: text))
      }
      #expect(error?.diagnostics.first?.code == "json-duplicate-key")
      #expect(error?.diagnostics.first?.message.contains("\"k\(repeated)\"") == true)
    }
  }

  @Test("512 levels are read, 513 are refused, and 100 000 brackets are refused as well")
  func depth() throws {
    func nested(_ depth: Int) -> SourceText {
      SourceText(
        file: "t",
        text: String(repeating: "[", count: depth) + String(repeating: "]", count: depth))
    }
    _ = try JSONText.parse(nested(512))
    for depth in [513, 100_000] {
      let error = #expect(throws: DiagnosticsError.self) { try JSONText.parse(nested(depth)) }
      #expect(error?.diagnostics.first?.code == "json-too-deep")
      #expect(error?.diagnostics.first?.column == 513)
    }
    // Levels that were left do not count.
    _ = try JSONText.parse(
      SourceText(file: "t", text: "[" + String(repeating: "[{}],", count: 2000) + "0]"))
  }

  @Test("Bytes that are not UTF-8 are refused at their line; a byte order mark is passed over")
  func encoding() throws {
    #expect(try JSONText.parse([0xEF, 0xBB, 0xBF] + Array("1".utf8), file: "t") == .number("1"))
    let cases: [([UInt8], String)] = [
      (Array("[\n\"".utf8) + [0xE7, 0x94] + Array("\"]".utf8), "wrong-encoding"),
      (Array("\"".utf8) + [0xED, 0xA0, 0x80] + Array("\"".utf8), "wrong-encoding"),
      ([0xFF, 0xFE, 0x31, 0x00], "not-text"), (Array("[\0]".utf8), "not-text"),
    ]
    for (bytes, code) in cases {
      let error = #expect(throws: DiagnosticsError.self) {
        try JSONText.parse(bytes, file: "t")
      }
      #expect(error?.diagnostics.first?.code == code)
    }
  }

  @Test("One object per line: each is read where the last ended, and faults know their line")
  func lines() throws {
    let text = "{\"a\": 1}\n\n  \r\n {\"a\": 2} \r\n{\"a\": 3}"
    let source = SourceText(file: "t.jsonl", text: text)
    var offset = 0
    var read: [String] = []
    while let (object, next) = try JSONText.line(of: source, at: offset) {
      read.append(try JSONCursor(object).member("a").numberText())
      offset = next
    }
    #expect(read == ["1", "2", "3"])
    #expect(offset == text.utf8.count)
  }

  @Test(
    "A line holds one whole object and nothing else",
    arguments: [
      ("{}\n⟦[⟧1]\n", "json-object"), ("{}\n{\"a\":⟦⟧\n1}", "json-cut-off"),
      ("{}\n{} ⟦{⟧}\n", "json-trailing"), ("{}\n⟦5⟧", "json-object"),
      ("{}\n{\"a\": ⟦\"x⟧\ny\"}", "json-unclosed-string"),
    ])
  func badLines(text: String, code: String) throws {
    let marked = MarkedText(text)
    let first = try #require(try JSONText.line(of: marked.source, at: 0))
    #expect(first.next == 3)
    let error = #expect(throws: DiagnosticsError.self) {
      try JSONText.line(of: marked.source, at: first.next)
    }
    let expected = marked.source.location(ofByteOffset: marked.range.lowerBound)
    #expect(error?.diagnostics.first?.code == code)
    #expect(error?.diagnostics.first?.line == expected.line)
    #expect(error?.diagnostics.first?.column == expected.column)
  }
}
