import Foundation
import Testing

@testable import Documents

@Suite("Random JSON")
struct JSONRandomTests {

  @Test("500 random documents, spelled at random, are read as what they mean")
  func roundTrip() throws {
    for seed in UInt64(0)..<500 {
      var maker = JSONMaker(seed: seed)
      let node = maker.node()
      let text = maker.text(of: node)
      #expect(
        try JSONText.parse(SourceText(file: "t", text: text)) == node, "seed \(seed): \(text)")
    }
  }

  private static func overflows(_ node: JSONNode) -> Bool {
    switch node {
    case .number(let text): Double(text)?.isFinite != true
    case .array(let values): values.contains(where: overflows)
    case .object(let members): members.contains { overflows($0.value) }
    case .string, .bool, .null: false
    }
  }

  @Test("1000 broken ones are read or refused as Foundation does, with a place inside the text")
  func mutations() throws {
    var refused = 0
    for seed in UInt64(0)..<1000 {
      var maker = JSONMaker(seed: seed)
      let bytes = maker.mutate(maker.text(of: maker.node()))
      // Foundation ends strings at NUL and guesses encodings; neither is our question.
      guard !bytes.contains(0), TextDecoding.firstInvalidUTF8(in: bytes) == nil else { continue }
      let source = SourceText(file: "t", validUTF8: bytes, encoding: .utf8)
      let other = try? JSONSerialization.jsonObject(
        with: Data(bytes), options: [.fragmentsAllowed])
      let text = source.text(in: source.wholeRange)
      do {
        let node = try JSONText.parse(source)
        // Foundation makes numbers binary and refuses those that are too large for it.
        if !Self.overflows(node) { #expect(other != nil, "seed \(seed): \(text)") }
        #expect(
          try JSONText.parse(SourceText(file: "t", text: maker.text(of: node))) == node,
          "seed \(seed): \(text)")
      } catch {
        refused += 1
        let diagnostic = try #require(error.diagnostics.first, "seed \(seed)")
        let line = try #require(diagnostic.line, "seed \(seed)")
        #expect((1...source.lineCount).contains(line), "seed \(seed): \(text)")
        #expect(diagnostic.code.hasPrefix("json-"), "seed \(seed)")
        if diagnostic.code == "json-duplicate-key" { continue }
        #expect(other == nil, "seed \(seed): \(diagnostic.message): \(text)")
      }
    }
    #expect((200...900).contains(refused), "\(refused) of 1000 were refused")
  }
}
