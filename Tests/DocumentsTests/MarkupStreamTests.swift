import Testing

@testable import Documents

@Suite("XML piece by piece")
struct MarkupStreamTests {

  private static let text = Array(
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <!-- '<x' > --><f:feed xmlns:f="urn:f" a="1&gt;'" b='<'/>
    """.replacing("'<'/>", with: "'\"'><v>电1&#50;</v><![CDATA[<]]>]]<?p?></f:feed>").utf8)

  @Test("The same is read whatever the size of the pieces", arguments: [1, 2, 3, 5, 7, 64, 65536])
  func pieces(size: Int) {
    let (events, outcome) = MarkupRecorder.read(Self.text, pieces: size)
    #expect(outcome == .complete)
    #expect(
      events == [
        "aside", "<{urn:f}feed a=1>' b=\">", "<v>", "'电12'", "</v>", "'<]]'", "aside", "</feed>",
      ])
  }

  @Test("Names of one stream are equal exactly if their texts are")
  func names() {
    let stream = MarkupStream()
    #expect(stream.name("value") == stream.name("value"))
    #expect(stream.name("value") != stream.name("values"))
    #expect(stream.text(of: stream.name("电价")) == "电价")
  }

  @Test(
    "A document type declaration is refused before anything in it is read", arguments: [1, 65536])
  func doctype(size: Int) {
    let text = "<?xml version='1.0'?>\n<!DOCTYPE a [<!ENTITY x 'y'>]>\n<a>&x;</a>"
    let (events, outcome) = MarkupRecorder.read(Array(text.utf8), pieces: size)
    #expect(events.isEmpty)
    #expect(outcome == .refused(MarkupRefusal(reason: .doctype, line: 2, column: nil)))
  }

  @Test("What looks like a declaration in comments, CDATA and instructions is none")
  func noDoctype() {
    let text = "<!--<!DOCTYPE a>--><?p <!DOCTYPE?><a><![CDATA[<!DOCTYPE a>]]></a>"
    #expect(MarkupRecorder.read(Array(text.utf8)).outcome == .complete)
  }

  @Test(
    "A tag of 65 536 bytes is read, one byte more is refused",
    arguments: [1000, 65536, 65537, 1_000_000])
  func tagLimit(pieces: Int) {
    func tag(_ length: Int) -> [UInt8] {
      let frame = "<a k='>'/>".utf8.count
      return Array("<r>\n<a k='>\(String(repeating: "x", count: length - frame))'/></r>".utf8)
    }
    #expect(MarkupRecorder.read(tag(65536), pieces: pieces).outcome == .complete)
    #expect(
      MarkupRecorder.read(tag(65537), pieces: pieces).outcome
        == .refused(MarkupRefusal(reason: .tagTooLong, line: 2, column: nil)))
  }

  @Test(
    "Long comments, texts, CDATA and instructions are no tags",
    arguments: ["<!-- it's <b # -->", "'<![CDATA[it's <b \"#]]>", "it's #", "<?p it's <b # ?>"])
  func longTexts(pattern: String) {
    let long = pattern.replacing("#", with: String(repeating: "x", count: 300_000))
    #expect(MarkupRecorder.read(Array("<a>\(long)</a>".utf8)).outcome == .complete)
  }

  @Test("1 024 attributes are read, one more is refused")
  func attributeLimit() {
    func element(_ count: Int) -> [UInt8] {
      Array("<a\((0..<count).map { " a\($0)=''" }.joined())/>".utf8)
    }
    #expect(MarkupRecorder.read(element(1024)).outcome == .complete)
    #expect(
      MarkupRecorder.read(element(1025)).outcome
        == .refused(MarkupRefusal(reason: .tooManyAttributes, line: 1, column: nil)))
  }

  @Test(
    "Other encodings are refused, not converted",
    arguments: [
      [0xFF, 0xFE, 0x3C, 0x00, 0x61, 0x00], [0xFE, 0xFF, 0x00, 0x3C], [0x3C, 0x00, 0x61, 0x00],
      [0x4C, 0x6F, 0xA7, 0x94], [0x00, 0x00, 0x00, 0x3C],
    ] as [[UInt8]], [1, 65536])
  func otherEncodings(bytes: [UInt8], pieces: Int) {
    #expect(
      MarkupRecorder.read(bytes, pieces: pieces).outcome
        == .refused(MarkupRefusal(reason: .notUTF8, line: 1, column: 1)))
  }

  @Test("A name of another encoding in the first line changes nothing")
  func ignoredDeclaration() {
    let text = "<?xml version='1.0' encoding='GBK'?><a>电</a>"
    let (events, outcome) = MarkupRecorder.read(Array(text.utf8))
    #expect(outcome == .complete)
    #expect(events == ["<a>", "'电'", "</a>"])
  }

  @Test(
    "Bytes that are not UTF-8 are refused wherever they stand",
    arguments: [
      "<aa>#</aa>", "<a k='#'/>", "<a><!-- # --></a>", "<a><![CDATA[#]]></a>", "<aaa#/>",
      "<a><?p #?></a>",
    ], [[0xC5], [0xED, 0xA0, 0x80], [0xF8, 0x88, 0x80, 0x80], [0x00]] as [[UInt8]])
  func invalidUTF8(pattern: String, bytes: [UInt8]) throws {
    let text = pattern.utf8.flatMap { $0 == UInt8(ascii: "#") ? bytes : [$0] }
    guard case .refused(let refusal) = MarkupRecorder.read(text).outcome else {
      Issue.record("accepted")
      return
    }
    guard case .malformed = refusal.reason else {
      Issue.record("\(refusal)")
      return
    }
  }

  @Test("A handler can stop; nothing is delivered after")
  func stopping() {
    let (events, outcome) = MarkupRecorder.read(Array("<a><b/><c/></a>".utf8), stopsAt: "b")
    #expect(outcome == .stopped)
    #expect(events == ["<a>", "<b>"])
  }

  @Test(
    "A document that breaks off is refused, wherever it does",
    arguments: 0..<(Self.text.count - 1))
  func cut(length: Int) {
    let (_, outcome) = MarkupRecorder.read(Array(Self.text.prefix(length)), pieces: 16)
    guard case .refused = outcome else {
      Issue.record("\(outcome)")
      return
    }
  }

  @Test("Many streams at once do not disturb one another")
  func concurrency() async {
    await withTaskGroup(of: Bool.self) { group in
      for index in 0..<64 {
        group.addTask {
          let isBroken = index % 2 == 1
          let text = isBroken ? Array(Self.text.dropLast(3)) : Self.text
          let isComplete = MarkupRecorder.read(text, pieces: 3).outcome == .complete
          return isComplete != isBroken
        }
      }
      for await isRight in group { #expect(isRight) }
    }
  }
}
