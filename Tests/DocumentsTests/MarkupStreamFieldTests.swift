import Testing

@testable import Documents

@Suite("XML of which only some elements are wanted")
struct MarkupStreamFieldTests {

  private static let fields = [
    MarkupField("row", in: "urn:s", code: 1, wanted: [.start, .end]),
    MarkupField("v", in: "urn:s", code: 2, wanted: .text),
    MarkupField("c", in: "urn:s", code: 3, wanted: .start),
    MarkupField("v", in: nil, code: 4, wanted: .text),
    MarkupField("box", in: "urn:s", code: 5),
  ]

  private static let text = Array(
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <s:sheet xmlns:s="urn:s">
      <s:row r="1&amp;2"> x <s:c s='3'><s:v>1<![CDATA[<2]]>&gt;电</s:v><other><s:v>5</s:v></other></s:c>
        <v>none</v><s:v/><s:v> a <b>b</b> c </s:v><s:box><s:v>in</s:v></s:box>
      </s:row>
      <!-- <s:v>9</s:v> -->
    </s:sheet>
    """.utf8)

  @Test(
    "The same is delivered whatever the size of the pieces", arguments: [1, 2, 3, 7, 64, 65536])
  func pieces(size: Int) {
    let (events, outcome) = FieldRecorder.read(Self.text, Self.fields, pieces: size)
    #expect(outcome == .complete)
    #expect(
      events == [
        "<0 in 0 sheet>", "<1 in 0 row r=1&2>", "<3 in 1 c s=3>", "2 in 3 '1<2>电'", "2 in 0 '5'",
        "4 in 1 'none'", "2 in 1 ''", "2 in 1 ''", "2 in 5 'in'", "1 in 0 ''",
      ])
  }

  @Test("A watched outermost element is delivered once, by its own number")
  func root() {
    let fields = [MarkupField("a", in: nil, code: 9, wanted: [.start, .end])]
    #expect(FieldRecorder.read(Array("<a/>".utf8), fields).events == ["<9 in 0 a>", "9 in 0 ''"])
  }

  @Test("64 elements can be watched, each is found")
  func many() {
    let fields = (1...64).map { MarkupField("e\($0)", in: "urn:s", code: UInt8($0), wanted: .text) }
    let text = (1...64).map { "<e\($0)>\($0)</e\($0)>" }.joined()
    let (events, _) = FieldRecorder.read(Array("<r xmlns='urn:s'>\(text)</r>".utf8), fields)
    #expect(events.dropFirst() == (1...64).map { "\($0) in 0 '\($0)'" }[...])
  }

  @Test("A document that breaks off is refused, wherever it does", arguments: [1, 16, 65536])
  func cut(pieces: Int) {
    for length in 0..<Self.text.count - 1 {
      let (_, outcome) = FieldRecorder.read(
        Array(Self.text.prefix(length)), Self.fields, pieces: pieces)
      guard case .refused = outcome else {
        Issue.record("\(length) bytes: \(outcome)")
        continue
      }
    }
  }

  @Test("The limits on types, tags, attributes and depth hold for what is not wanted too")
  func limits() {
    func reason(_ text: String) -> MarkupRefusal.Reason? {
      guard case .refused(let refusal) = FieldRecorder.read(Array(text.utf8), Self.fields).outcome
      else { return nil }
      return refusal.reason
    }
    #expect(reason("<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>") == .doctype)
    #expect(reason("<a b='\(String(repeating: "x", count: 65536))'/>") == .tagTooLong)
    let attributes = (0...1024).map { " a\($0)=''" }.joined()
    #expect(reason("<r><a\(attributes)/></r>") == .tooManyAttributes)
    let deep = String(repeating: "<t>", count: 201) + String(repeating: "</t>", count: 201)
    #expect(reason(deep) == .tooDeep)
    #expect(reason("<r><v>\(String(repeating: "1", count: 10_000_001))</v></r>") == .textTooLong)
    #expect(reason("<r><v>\(String(repeating: "1", count: 10_000_000))</v></r>") == nil)
    #expect(reason("<r><w>\(String(repeating: "1", count: 10_000_001))</w></r>") == .textTooLong)
  }

  @Test("A handler can stop; nothing is delivered after")
  func stopping() {
    let (events, outcome) = FieldRecorder.read(Self.text, Self.fields, stopsAt: 3)
    #expect(outcome == .stopped)
    #expect(events.last == "<3 in 1 c s=3>")
  }

  /// Writes down what a stream delivers.
  private final class FieldRecorder: MarkupFieldHandler {
    private(set) var events: [String] = []
    private let stopsAt: UInt8?

    init(stopsAt: UInt8?) { self.stopsAt = stopsAt }

    func fieldStarted(
      _ code: UInt8, in parent: UInt8, _ element: MarkupStart, from stream: MarkupFieldStream
    ) {
      let attributes = (0..<element.attributeCount).map { index in
        let name = element.attributeName(at: index).map(stream.text) ?? "?"
        return " \(name)=\(String(decoding: element.attributeValue(at: index), as: UTF8.self))"
      }
      let name = stream.text(of: element.name)
      events.append("<\(code) in \(parent) \(name)\(attributes.joined())>")
      if code == stopsAt { stream.stop() }
    }

    func fieldEnded(
      _ code: UInt8, in parent: UInt8, text: UnsafeBufferPointer<UInt8>,
      from stream: MarkupFieldStream
    ) {
      events.append("\(code) in \(parent) '\(String(decoding: text, as: UTF8.self))'")
    }

    static func read(
      _ text: [UInt8], _ fields: [MarkupField], pieces: Int = 65536, stopsAt: UInt8? = nil
    ) -> (events: [String], outcome: MarkupOutcome) {
      let stream = MarkupFieldStream(fields: fields)
      let recorder = FieldRecorder(stopsAt: stopsAt)
      text.withUnsafeBytes { bytes in
        for offset in stride(from: 0, to: bytes.count, by: pieces) {
          let piece = bytes[offset..<min(offset + pieces, bytes.count)]
          if !stream.feed(UnsafeRawBufferPointer(rebasing: piece), to: recorder) { return }
        }
      }
      return (recorder.events, stream.finish(recorder))
    }
  }
}
