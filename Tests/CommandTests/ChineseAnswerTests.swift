import Foundation
import TestSupport
import Testing

/// What a reader who asked for Chinese is shown: no English beside names, codes and units.
@Suite("Answers in Chinese")
struct ChineseAnswerTests {
  /// Commands over the samples; those of the golden outputs besides.
  static let commands: [[String]] = {
    let steel = ["samples/steel-works", "--as-of", "2026-01"]
    return [
      ["audit"] + steel, ["audit", "samples/titanium-mill"],
      ["audit", "samples/titanium-mill-intervals"],
      ["audit", "samples/alloy-segment", "--account", "AL-05", "--peers", "samples/alloy-segment"],
      ["screen", "samples/alloy-segment"],
      ["bill"] + steel, ["bill"] + steel + ["--month", "2025-07"],
      ["bill", "samples/titanium-mill"], ["bill", "samples/titanium-mill", "--month", "2013-01"],
      ["explain"] + steel + ["--month", "2025-07", "--charge", "energy"],
      ["explain"] + steel + ["--month", "2025-07", "--charge", "basic"],
      ["explain"] + steel + ["--month", "2025-07", "--charge", "power-factor"],
      ["explain"] + steel + ["--month", "2025-07", "--charge", "funds"],
      ["whatif"] + steel + ["--contract-demand", "optimal", "--storage", "2000:500"],
      ["optimise"] + steel,
      ["inspect", "samples/steel-works/load"], ["tariffs"], ["check"],
    ]
  }()

  /// Commands of the golden outputs that give an answer or a message of their own; those that take
  /// long say nothing that those above do not.
  static let golden = CommandTests.names.filter { name in
    !["help", "convert", "zh-", "audit", "optimise"].contains(where: name.hasPrefix)
  }

  /// Words that are the same in both languages: names, codes, flags, columns, units.
  private static let sameWords: Set<String> = [
    "kWh", "kW", "kVA", "kvarh", "kvar", "CNY", "USD", "max", "per",
  ]

  /// English words that run together in a line.
  ///
  /// Quotations, sources, names of files and what stands in code are left out.
  static func english(in line: String) -> [String] {
    var rest = line
    for quoted in [
      #/"[^"]*"/#, #/“[^”]*”/#, #/\[[A-Za-z0-9-]+\]/#, #/[\w.-]*[\/:][\w.\/:-]+/#, #/--[a-z-]+/#,
      #/<[^>]*>/#,
    ] {
      rest = rest.replacing(quoted, with: "·")
    }
    return rest.matches(of: #/[A-Za-z']{2,}(?: [a-z']{2,})+/#).map { String($0.output) }
      .filter { run in !run.split(separator: " ").allSatisfy { sameWords.contains(String($0)) } }
  }

  /// Titles of documents, names and notes that are data, as they stand in files.
  private static let data: [String] = {
    var found: [String] = []
    for folder in ["samples", "tariffs", "Tests/CommandTests/Golden"] {
      let base = URL(fileURLWithPath: TestPlaces.path(folder))
      let paths = FileManager.default.enumerator(atPath: base.path)
      for case let path as String in paths ?? .init() {
        guard path.hasSuffix(".xml") || path.hasSuffix(".csv") else { continue }
        guard !path.contains("/load"), !path.hasPrefix("load") else { continue }
        let text = try? String(contentsOf: base.appendingPathComponent(path), encoding: .utf8)
        if let text {
          found.append(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
        }
      }
    }
    return found
  }()

  private static func isData(_ run: String) -> Bool { data.contains { $0.contains(run) } }

  private func check(_ arguments: [String]) throws {
    let result = try Program.run(arguments + ["--language", "zh"])
    #expect(!(result.output + result.errors).isEmpty)
    for line in (result.output + result.errors).split(separator: "\n") {
      let found = Self.english(in: String(line)).filter { !Self.isData($0) }
      #expect(found.isEmpty, "\(arguments.joined(separator: " ")): \(line)")
    }
  }

  @Test("have no English sentence over the samples", arguments: commands)
  func samples(arguments: [String]) throws { try check(arguments) }

  @Test("have none where English ones were recorded", arguments: golden)
  func recorded(name: String) throws {
    let folder = URL(fileURLWithPath: TestPlaces.path("Tests/CommandTests/Golden"))
    let command = try String(
      contentsOf: folder.appendingPathComponent("\(name).command"), encoding: .utf8)
    try check(command.split(separator: "\n").map(String.init))
  }

  @Test("have English found where it is: two small words running, not codes or files")
  func finder() {
    #expect(Self.english(in: "电费 12 kW (the load is high)") == ["the load is high"])
    #expect(Self.english(in: "户号 A1：samples/load.csv:3 [load-empty] --fill kWh").isEmpty)
  }

  @Test("keep the columns of a month's bill in line: all prices end in the same cell")
  func columns() throws {
    let result = try Program.run([
      "bill", "samples/steel-works", "--as-of", "2026-01", "--month", "2025-07", "--language", "zh",
    ])
    let lines = result.output.split(separator: "\n").filter { $0.contains("×") }
    let ends = lines.prefix { $0.contains("×") }.map { line in
      Self.cells(line[..<(line.lastIndex(of: "×") ?? line.endIndex)])
    }
    #expect(ends.count >= 6)
    let table = ends.prefix(6)
    #expect(Set(table).count == 1, "\(ends)")
  }

  /// Cells a text takes in a terminal: two for each Chinese character.
  private static func cells(_ text: Substring) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 && $1.value < 0xFFE7 ? 2 : 1) }
  }
}
