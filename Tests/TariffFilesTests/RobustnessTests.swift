import Documents
import Foundation
import TestSupport
import Testing

@testable import TariffFiles

@Suite("Damaged files")
struct RobustnessTests {

  /// Words of programmers and of this program's own source, which no message may hold.
  static let forbidden = [
    "nil", "Optional", "Swift", "Int128", "TariffReader", "NumberError", "parser", "exception",
    "fatal", "stack",
  ]

  @Test("Whatever is done to a file, what is said of it has a place, a code and plain words")
  func damage() throws {
    var texts: [[UInt8]] = []
    for folder in [TestPlaces.base, TestPlaces.tariffs] {
      for path in try FileSystem.files(below: folder, extensions: ["xml"]) {
        texts.append(try FileSystem.readBytes(path))
      }
    }
    let library = try BrokenFilesTests.library()
    let scratch = try Scratch()
    defer { scratch.remove() }
    let path = scratch.folder.appendingPathComponent("damaged.xml").path
    for seed in UInt64(0)..<300 {
      var generator = SplitMix64(seed: seed)
      let text = Self.damaged(texts[Int(seed) % texts.count], &generator)
      try FileSystem.write(text, to: path)
      let found = TariffChecker(library: library).check([path])
      for diagnostic in found {
        #expect(!diagnostic.message.isEmpty && !diagnostic.code.isEmpty, "seed \(seed)")
        let words = diagnostic.message.split { !$0.isLetter }.map(String.init)
        #expect(
          Self.forbidden.allSatisfy { !words.contains($0) }, "seed \(seed): \(diagnostic.message)")
      }
    }
  }

  /// A text with a stretch cut, doubled, moved or overwritten: mostly still well-formed, since
  /// values are chosen more often than tags.
  private static func damaged(_ text: [UInt8], _ generator: inout SplitMix64) -> [UInt8] {
    var text = text
    for _ in 0..<Int.random(in: 1...3, using: &generator) {
      let isInValue = Int.random(in: 0..<4, using: &generator) > 0
      let places = text.indices.filter { isInValue ? (0x30...0x39).contains(text[$0]) : true }
      guard let place = places.randomElement(using: &generator) else { continue }
      let end = min(text.count, place + Int.random(in: 1...(isInValue ? 2 : 40), using: &generator))
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: text.removeSubrange(place..<end)
      case 1: text.insert(contentsOf: text[place..<end], at: place)
      case 2: text[place] = Array("0123456789-. :".utf8).randomElement(using: &generator) ?? 0x30
      default:
        let other = places.randomElement(using: &generator) ?? place
        text.swapAt(place, other)
      }
    }
    return text
  }

  @Test("Figures at the edge of what numbers hold do no harm")
  func extremes() throws {
    let path = TestPlaces.base + "/two-part.xml"
    let tariff = try String(contentsOfFile: path, encoding: .utf8)
    let page = try String(contentsOfFile: TestPlaces.base + "/prices/2026-03.xml", encoding: .utf8)
    for ratio in ["0", "0.000000000001", "999999999.999999999999"] {
      for price in ["999999.999999999999", "-999999.999999999999", "0", "0.000000000001"] {
        let scratch = try Scratch()
        defer { scratch.remove() }
        try scratch.write(
          tariff.replacingOccurrences(of: "times=\"1.92\"", with: "times=\"\(ratio)\""), to: "t.xml"
        )
        try scratch.write(
          page.replacingOccurrences(
            of: "0.4093   0.0169    0.1271", with: "\(price) 0.0169 0.1271"),
          to: "p.xml")
        let found = TariffChecker(library: try BrokenFilesTests.library())
          .check([scratch.folder.path])
        #expect(found.contains { $0.code == "price-total" || $0.code == "period-price" })
      }
    }
  }
}
