import Catalogues
import Foundation
import TestSupport
import Testing

@testable import Reporting

/// The catalogue of messages holds a Chinese sentence for each English one that a source makes, and
/// no other.
@Suite("Messages in two languages")
struct MessageCatalogueTests {
  /// Modules whose sentences reach the reader of an answer.
  private static let modules = [
    "Quantities", "Documents", "Use", "Metering", "Casework", "Screening", "Reporting",
    "tariffwise", "TariffFiles", "Advice",
  ]

  /// Literals of a module, those of help texts and of faults of ours left out.
  private static func literals(of module: String) throws -> [(file: String, literal: SourceLiteral)]
  {
    let base = URL(fileURLWithPath: TestPlaces.path("Sources/\(module)"))
    let paths = try #require(FileManager.default.enumerator(atPath: base.path))
    var found: [(file: String, literal: SourceLiteral)] = []
    for case let path as String in paths where path.hasSuffix(".swift") {
      let text = try String(contentsOf: base.appendingPathComponent(path), encoding: .utf8)
      found += SourceLiteral.all(in: text).map { ("\(module)/\(path)", $0) }
    }
    return found
  }

  private static let all: [(file: String, literal: SourceLiteral)] = {
    (try? modules.flatMap(literals)) ?? []
  }()

  /// Places of help texts, of faults that no user meets, and of what is no sentence.
  private static func isHelp(_ literal: SourceLiteral) -> Bool {
    let ends = ["help:", "ArgumentHelp(", "abstract:", "discussion:", "valueName:", "Error("]
    return ends.contains { literal.before.hasSuffix($0) }
      || ["precondition", "fatalError", "Phrase.", "ValidationError"].contains {
        literal.before.suffix(30).contains($0)
      }
  }

  /// Files that hold descriptions of codes, SQL, SVG and the names of inputs.
  private static let otherFiles = [
    "LoadFaultCode", "Summary", "StoreSchema", "ScreenStore", "Pictures/", "ProgressLine",
    "WorkerCommand", "ConvertURDBCommand", "NewCommand", "TariffwiseCommand", "LoadExport",
    "Statistics", "TransformerType", "RunInput+Files", "StoreOptions",
  ]

  @Test("The literals of the sources are found: whole, in pieces, and inside of others")
  func reader() {
    let source = """
      // "no"
      let a = "one \\(x == 1 ? "two" : "three") four" + y("five \\(z)")
      let b = \"""
        six \\
        seven \\(k)
        eight
        \"""
      """
    #expect(
      SourceLiteral.all(in: source).map(\.format) == [
        "one {0} four", "two", "three", "five {0}", "six seven {0}\neight",
      ])
    #expect(Self.all.count > 4000)
  }

  @Test("No message is missing: each sentence of a source is in the catalogue")
  func missing() {
    for (file, literal) in Self.all
    where !Self.isHelp(literal) && !Self.otherFiles.contains(where: file.contains) {
      let format = literal.format
      // Two words of small letters running make a sentence.
      guard format.contains(#/(^|[\s(])[A-Za-z][a-z']+,? [a-z']{2,} [a-z']{2,}/#),
        !Self.notSaid.contains(format)
      else { continue }
      #expect(Phrase.messages[format] != nil, "\(file): \(format)")
    }
  }

  /// Sentences that are not told to users, or are told in English.
  private static let notSaid: Set<String> = [
    "the quotient does not fit in 128 bits", "the heading {0} has two meanings in a vocabulary",
    "an error without diagnostics tells the user nothing", "a range ends before it begins",
    "there is something to split and something to split by",
    "a row has no more cells than the table has columns", "a kilowatt costs nothing or something",
    "Converted from the U.S. Utility Rate Database (URDB).",
  ]

  @Test("No message is unused: each is made by a source")
  func unused() {
    let formats = Set(Self.all.map(\.literal.format))
    let words = Set(formats.flatMap { [$0, $0.lowercased()] })
    for key in Phrase.messages.keys where !formats.contains(key) {
      // Nouns are counted, words are chosen, lists are joined.
      let noun = key.hasPrefix("{0} ") ? String(key.dropFirst(4)) : key
      let trimmed = key.trimmingCharacters(in: .whitespaces)
      let isMade =
        words.contains(noun) || words.contains(trimmed.lowercased())
        || Self.rawWords.contains(trimmed.lowercased())
      #expect(isMade, "\(key)")
    }
  }

  /// Words that are names of cases, not literals.
  private static let rawWords: Set<String> = [
    "error", "warning", "info", "day", "week", "month", "year", "start", "end", "active",
    "reactive", "first", "last", "max", "quality", "fixed", "tax", "minimum", "adjustment",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  private static func places(_ text: String) -> Set<Int> {
    Set(text.matches(of: #/\{(\d+)\*?\}/#).compactMap { Int($0.output.1) })
  }

  @Test("A Chinese message stands for what its English one has, and is closed by its marks")
  func places() {
    #expect(Phrase.messages.count > 1000)
    for (format, form) in Phrase.messages {
      #expect(Self.places(form).isSubset(of: Self.places(format)), "\(format): \(form)")
      #expect(!form.isEmpty)
      #expect(format.hasSuffix(".") == form.hasSuffix("。") || !format.hasSuffix("."), "\(form)")
    }
  }
}
