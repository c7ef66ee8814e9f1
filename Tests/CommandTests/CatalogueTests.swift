import Catalogues
import Documents
import Foundation
import TestSupport
import Testing

@testable import Reporting

/// The catalogues hold every phrase that is asked for, in both languages, and no other.
@Suite("Phrases in two languages")
struct CatalogueTests {
  private static let english = Phrase.all(in: .english)
  private static let chinese = Phrase.all(in: .chinese)

  private static func places(_ phrase: String) -> Set<String> {
    Set(phrase.matches(of: #/\{(\w+)\}/#).map { String($0.output.1) })
  }

  @Test("Both languages have the same keys, and each phrase the same places")
  func same() {
    #expect(Set(Self.english.keys) == Set(Self.chinese.keys))
    for (key, phrase) in Self.english {
      #expect(Self.places(phrase) == Self.places(Self.chinese[key] ?? ""), "\(key)")
      #expect(!phrase.isEmpty)
    }
  }

  /// The keys that sources ask for: whole ones, and the beginnings of those that end in a word
  /// known only when the program runs.
  private static func asked() throws -> (whole: Set<String>, beginnings: Set<String>) {
    var whole: Set<String> = []
    var beginnings: Set<String> = []
    let base = URL(fileURLWithPath: TestPlaces.path("Sources"))
    let paths = try #require(FileManager.default.enumerator(atPath: base.path))
    for case let path as String in paths {
      let file = base.appendingPathComponent(path)
      if path.hasSuffix(".swift") {
        let text = try String(contentsOf: file, encoding: .utf8)
        for match in text.matches(of: #/"([a-z]+\.[a-z0-9_.-]*)(\\\()?/#) {
          let key = String(match.output.1)
          if match.output.2 != nil { beginnings.insert(key) } else { whole.insert(key) }
        }
      } else if path.hasSuffix(".mustache") {
        let text = try String(contentsOf: file, encoding: .utf8)
        for match in text.matches(of: #/\{\{say\.(\w+)\}\}/#) {
          whole.insert("page.\(match.output.1)")
        }
      }
    }
    return (whole, beginnings)
  }

  @Test("No phrase is unused")
  func unused() throws {
    let (whole, beginnings) = try Self.asked()
    #expect(whole.count > 100)
    for key in Self.english.keys where !whole.contains(key) {
      let isMade = beginnings.contains { key.hasPrefix($0) }
      #expect(isMade, "\(key)")
    }
  }

  @Test("No phrase is missing: whatever is asked for by Phrase or a template is there")
  func missing() throws {
    let base = URL(fileURLWithPath: TestPlaces.path("Sources/Reporting"))
    let paths = try #require(FileManager.default.enumerator(atPath: base.path))
    var count = 0
    for case let path as String in paths where path.hasSuffix(".swift") {
      let text = try String(contentsOf: base.appendingPathComponent(path), encoding: .utf8)
      for match in text.matches(of: #/Phrase\.text\(\s*"([^"\\]+)"/#) {
        count += 1
        #expect(Self.english[String(match.output.1)] != nil, "\(path): \(match.output.1)")
      }
    }
    #expect(count > 100)
    for key in try Self.asked().whole where key.hasPrefix("page.") && key != "page." {
      #expect(Self.english[key] != nil, "\(key)")
    }
  }

  @Test("A Chinese audit has no sentence of the English catalogue", arguments: ["text", "html"])
  func chinese(format: String) throws {
    let result = try Program.run([
      "audit", "samples/steel-works", "--as-of", "2026-01", "--language", "zh", "--format", format,
    ])
    #expect(result.exit == 0)
    for (key, phrase) in Self.english {
      let words = phrase.split { $0 == "{" || $0 == "}" || $0 == "." || $0 == "," }
      for part in words where part.split(separator: " ").count >= 3 {
        let isThere = result.output.contains(part)
        #expect(!isThere, "\(key): \(part)")
      }
    }
  }
}
