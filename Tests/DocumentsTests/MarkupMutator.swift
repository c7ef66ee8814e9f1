import TestSupport
import Testing

@testable import Documents

/// Breaks documents at random places and holds the tree's places against the text.
struct MarkupMutator {

  private let seed: UInt64
  private var generator: SplitMix64

  init(seed: UInt64) {
    self.seed = seed
    generator = SplitMix64(seed: seed)
  }

  private mutating func random(below bound: Int) -> Int {
    Int.random(in: 0..<bound, using: &generator)
  }

  private static let pieces: [[UInt8]] = [
    "<", ">", "\"", "'", "&", "/", "=", "<!--", "-->", "]]>", "<![CDATA[", "<?p ", "?>", " ", "\r",
    "\n", "“", "＜", "<a>", "</a>", "&amp;", ":", "x:", "<!DOCTYPE a>", "\u{1}", "<b/>",
  ].map { Array($0.utf8) }

  /// A copy with up to three slips.
  mutating func mutate(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var text = Array(text)
    for _ in 0...random(below: 3) {
      guard !text.isEmpty else { break }
      let at = random(below: text.count)
      switch random(below: 4) {
      case 0: text.remove(at: at)
      case 1: text.removeSubrange(at..<min(text.count, at + random(below: 12)))
      case 2: text.insert(contentsOf: Self.pieces[random(below: Self.pieces.count)], at: at)
      default: text.swapAt(at, random(below: text.count))
      }
    }
    return text
  }

  /// The parser decides whether the document is well-formed; then the places must fit.
  func check(_ bytes: [UInt8]) {
    guard TextDecoding.firstInvalidUTF8(in: bytes) == nil else { return }
    let source = SourceText(file: "t", validUTF8: bytes, encoding: .utf8)
    let (_, outcome) = MarkupRecorder.read(bytes, pieces: 7)
    do {
      let document = try MarkupDocument.parse(source)
      #expect(outcome == .complete, "seed \(seed): \(source.text(in: source.wholeRange))")
      check(document.root, in: source)
    } catch {
      // XML allows ＜ in names; we do not.
      if error.diagnostics.first?.code == "full-width-mark" { return }
      #expect(outcome != .complete, "seed \(seed): \(error) \(source.text(in: source.wholeRange))")
    }
  }

  private func check(_ element: MarkupElement, in source: SourceText) {
    #expect(source.text(in: element.nameRange).hasSuffix(element.name), "seed \(seed)")
    for attribute in element.attributes {
      #expect(source.text(in: attribute.nameRange).hasSuffix(attribute.name), "seed \(seed)")
      let raw = source.text(in: attribute.valueRange)
      if !raw.contains(where: { "&\t\n\r\r\n".contains($0) }) {
        #expect(raw == attribute.value, "seed \(seed)")
      }
    }
    for case .text(let text) in element.children {
      let raw = source.text(in: text.range)
      if !raw.contains(where: { "&\r\r\n<".contains($0) }) {
        #expect(raw == text.text, "seed \(seed)")
      }
    }
    for child in element.elements { check(child, in: source) }
  }
}
