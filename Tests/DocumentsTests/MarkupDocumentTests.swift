import Testing

@testable import Documents

@Suite("XML as a tree with places")
struct MarkupDocumentTests {

  private static let page = """
    <?xml version="1.0" encoding="UTF-8"?>
    <!-- <not an element> & "no" 'one' -->
    <price-page area="cn-江南" xmlns="urn:t"
        from='2026-03-01'
        >
      <row voltage = "35kV">  0.6200 0.4093　1.0369
        &#x31;.5</row><!-- a --><row voltage="1&amp;2"/>
      <note>a<![CDATA[<b>]]>c<!-- x -->d</note>
    </price-page>
    <?end?>
    """

  private let source = SourceText(file: "p.xml", text: page)

  private func text(_ range: SourceRange) -> String { source.text(in: range) }

  @Test("Names, values and tags stand where the text has them")
  func places() throws {
    let root = try MarkupDocument.parse(source).root
    #expect(root.name == "price-page")
    #expect(root.namespace == "urn:t")
    #expect(root.attributes.map(\.name) == ["area", "from"])
    #expect(root.attributes.map { text($0.nameRange) } == ["area", "from"])
    #expect(root.attributes.map { text($0.valueRange) } == ["cn-江南", "2026-03-01"])
    #expect(text(root.nameRange) == "price-page")
    #expect(text(root.startTag).hasPrefix("<price-page area="))
    #expect(text(root.startTag).hasSuffix("'\n    >"))
    #expect(text(root.range).hasSuffix("</price-page>"))

    let rows = root.elements(named: "row")
    #expect(
      rows.map { text($0.startTag) } == ["<row voltage = \"35kV\">", "<row voltage=\"1&amp;2\"/>"])
    #expect(rows[1].attribute(named: "voltage")?.value == "1&2")
    #expect(rows[1].attribute(named: "voltage").map { text($0.valueRange) } == "1&amp;2")
    #expect(text(rows[1].range) == "<row voltage=\"1&amp;2\"/>")
    let place = source.location(ofByteOffset: rows[1].startTag.lowerBound)
    #expect(place == SourceLocation(line: 7, column: 29))
  }

  @Test("Each figure of a row has its own place, behind a full-width blank too")
  func words() throws {
    let row = try #require(try MarkupDocument.parse(source).root.firstElement(named: "row"))
    let words = row.words(in: source)
    #expect(words.map(\.text) == ["0.6200", "0.4093", "1.0369", "1.5"])
    #expect(words.map { text($0.range) } == ["0.6200", "0.4093", "1.0369", "&#x31;.5"])
  }

  @Test("References stand for their characters, in text as in values, and only once")
  func references() throws {
    let written = "&amp;&lt;&#38;&#x26;&amp;#38;&gt;&quot;&apos;&#30005;"
    let text = "<a j='\(written)' k='x' l='&amp;'>\(written)</a>"
    let root = try MarkupDocument.parse(SourceText(file: "t", text: text)).root
    #expect(root.text == "&<&&&#38;>\"'电")
    #expect(root.attributes.map(\.value) == ["&<&&&#38;>\"'电", "x", "&"])
  }

  @Test("The words of a value have their places")
  func wordsOfValue() throws {
    let source = SourceText(file: "t", text: "<a months='7  8'/>")
    let months = try #require(try MarkupDocument.parse(source).root.attribute(named: "months"))
    let words = months.words(in: source)
    #expect(words.map(\.text) == ["7", "8"])
    #expect(words.map(\.range) == [SourceRange(11, 12), SourceRange(14, 15)])
  }

  @Test("Words whose places a reference hides are given the whole range")
  func hiddenWords() throws {
    let source = SourceText(file: "t", text: "<a>1&#32;2</a>")
    let words = try MarkupDocument.parse(source).root.words(in: source)
    #expect(words.map(\.text) == ["1", "2"])
    #expect(words.map(\.range) == [SourceRange(3, 10), SourceRange(3, 10)])
  }

  @Test("Text and CDATA join; a comment divides texts")
  func texts() throws {
    let note = try #require(try MarkupDocument.parse(source).root.firstElement(named: "note"))
    #expect(note.texts.map(\.text) == ["a<b>c", "d"])
    #expect(note.texts.map { text($0.range) } == ["a<![CDATA[<b>]]>c", "d"])
    #expect(note.text == "a<b>cd")
  }

  @Test("A namespace by prefix counts, the prefix does not")
  func prefixes() throws {
    let text = "<x:a xmlns:x='urn:1' xmlns='urn:2' x:k='1' k='2'><b/></x:a>"
    let root = try MarkupDocument.parse(SourceText(file: "t", text: text)).root
    #expect(root.name == "a")
    #expect(root.namespace == "urn:1")
    #expect(root.attributes.map(\.namespace) == ["urn:1", ""])
    #expect(root.attribute(named: "k")?.value == "2")
    #expect(root.elements.map(\.namespace) == ["urn:2"])
  }

  @Test("Line ends become line feeds in text and blanks in values")
  func lineEnds() throws {
    let text = "<a k='1\r\n2'>x\r\ny\rz</a>"
    let root = try MarkupDocument.parse(SourceText(file: "t", text: text)).root
    #expect(root.text == "x\ny\nz")
    #expect(root.attribute(named: "k")?.value == "1 2")
    #expect(root.texts.map(\.range) == [SourceRange(12, 18)])
  }

  @Test(
    "Small documents of every form are read",
    arguments: [
      "<a/>", "<a></a>", "<a />", "<a\n/>", "<电价/>", "<a><![CDATA[]]></a>", "<a>&lt;</a>",
      "<?xml version='1.0'?><a/>", "<a k='>'/>", "<a k='\"'/>", "<a><?p <b> ?></a>", "<a>]]</a>",
      "<!--a--><a/><!--b-->", "<a b=''/>", "\n<a/>\n", "<a>“”＝＜x＞</a>", "<a k='“x”'/>",
      "<a><b/>\u{85}</a>", "<a-b.c_d:e xmlns:a-b.c_d='u'/>",
    ])
  func forms(text: String) throws {
    _ = try MarkupDocument.parse(SourceText(file: "t", text: text))
  }

  @Test("Elements may stand 200 deep, not 201")
  func depth() throws {
    func nested(_ depth: Int) -> SourceText {
      SourceText(
        file: "t",
        text: String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth))
    }
    _ = try MarkupDocument.parse(nested(200))
    let error = #expect(throws: DiagnosticsError.self) { try MarkupDocument.parse(nested(201)) }
    #expect(error?.diagnostics.first?.code == "too-deep")
    #expect(error?.diagnostics.first?.column == 601)
  }

  @Test(
    "The first line's encoding must be the file's",
    arguments: [
      ("UTF-8", TextEncoding.utf8, true), ("utf-8", .utf8, true), ("GB18030", .gb18030, true),
      ("GBK", .gb18030, true), ("UTF-16", .utf16LittleEndian, true),
      ("UTF-8", .gb18030, false), ("GB2312", .utf8, false), ("UTF-16", .utf8, false),
      ("ISO-8859-1", .utf8, false), ("UTF-8", .utf16BigEndian, false),
    ])
  func declaredEncoding(name: String, encoding: TextEncoding, isRight: Bool) throws {
    let text = "<?xml version=\"1.0\" encoding=\"\(name)\"?><a>电</a>"
    let source = SourceText(file: "t", validUTF8: Array(text.utf8), encoding: encoding)
    if isRight {
      #expect(try MarkupDocument.parse(source).root.text == "电")
    } else {
      let error = #expect(throws: DiagnosticsError.self) { try MarkupDocument.parse(source) }
      #expect(error?.diagnostics.first?.code == "wrong-encoding")
      #expect(error?.diagnostics.first?.column == 31)
    }
  }

  @Test("In a file of ASCII only, any name of a similar encoding will do")
  func plainEncoding() throws {
    let text = "<?xml version='1.0' encoding='ISO-8859-1'?><a/>"
    _ = try MarkupDocument.parse(SourceText(file: "t", text: text))
  }
}
