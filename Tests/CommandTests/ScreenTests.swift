import Foundation
import TestSupport
import Testing

/// Screens generated segments with the built program.
@Suite("Screening a segment")
struct ScreenTests {
  typealias Row = [String: Any]

  static func rows(_ arguments: [String]) throws -> [Row] {
    let result = try Program.run(["screen"] + arguments + ["--format", "json"])
    let answer = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    return try #require(answer?["rows"] as? [Row], "\(result.errors)")
  }

  static func text(_ row: Row, _ key: String) -> String? { row[key] as? String }

  @Test(
    "Rows are the same for 1, 2 and 8 jobs, by account, by day and shuffled, in one file or twelve, and through a worker"
  )
  func orders() throws {
    let segment = try Segment([
      "--intervals", "--accounts", "12", "--months", "2", "--seed", "4",
    ])
    let expected = try Program.run(["screen", segment.path, "--format", "json", "--jobs", "1"])
    #expect(expected.output.contains("\"AL-12\""))
    for jobs in ["2", "8"] {
      let other = try Program.run(["screen", segment.path, "--format", "json", "--jobs", jobs])
      #expect(other.output == expected.output, "\(jobs) jobs")
    }
    let (heading, rows) = try segment.rows()
    // What a worker is given: blocks of accounts, in any order.
    let worked = try Self.worked(
      [heading] + rows.sorted { $0.prefix(5) > $1.prefix(5) }, accounts: segment.path)
    let ranked = try Self.ranked(worked.shuffled())
    let plain = try Self.rows([segment.path])
    for (one, other) in zip(plain, ranked) {
      #expect(NSDictionary(dictionary: one) == NSDictionary(dictionary: other))
    }
    #expect(plain.count == ranked.count)
    try Self.checkSteps(worked, segment)
    func day(_ row: String) -> Substring { row.dropFirst(6).prefix(10) }
    let byDay = rows.enumerated().sorted {
      (day($0.element), $0.offset) < (day($1.element), $1.offset)
    }.map(\.element)
    try segment.replaceLoads(heading: heading, rows: byDay)
    #expect(
      try Program.run(["screen", segment.path, "--format", "json"]).output == expected.output,
      "by day")
    try segment.replaceLoads(heading: heading, rows: rows)
    #expect(
      try Program.run(["screen", segment.path, "--format", "json"]).output == expected.output,
      "by account")
  }

  /// Rows placed industry by industry, sorted by their keys and numbered part by part are the table
  /// of `screen`.
  static func checkSteps(_ worked: [String], _ segment: Segment) throws {
    func industry(_ line: String) throws -> String {
      let row = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? Row
      return row?["industry"] as? String ?? ""
    }
    let placed = try Dictionary(grouping: worked, by: industry).values.flatMap { lines in
      try pipe(lines.joined(separator: "\n") + "\n", ["worker", "--place"])
    }
    let sorted = placed.sorted().compactMap { $0.split(separator: "\t", maxSplits: 1).last }
    #expect(sorted.count == worked.count)
    let half = sorted.count / 2
    var table: [String] = []
    for (lines, before) in [(sorted[..<half], 0), (sorted[half...], half)] {
      let part = try pipe(
        lines.joined(separator: "\n") + "\n",
        ["worker", "--number", "\(before)", "--format", "csv"])
      table += before == 0 ? part : Array(part.dropFirst())
    }
    let expected = try Program.run(["screen", segment.path, "--format", "csv"]).output
    // A carriage return and a line feed are one character of Swift.
    let lines = expected.split(whereSeparator: \.isNewline).map(String.init)
    #expect(table == lines)
  }

  @Test("An account without interval data comes to a row of a worker, by a row that names it alone")
  func bareRow() throws {
    let segment = try Segment(["--intervals", "--accounts", "3", "--months", "1", "--seed", "2"])
    let (heading, rows) = try segment.rows()
    let bare = "AL-03" + String(repeating: ",", count: heading.filter { $0 == "," }.count)
    let worked = try Self.worked(
      [heading] + rows.filter { !$0.hasPrefix("AL-03") } + [bare], accounts: segment.path)
    #expect(worked.count == 3)
    let last = try #require(worked.last)
    #expect(last.contains("\"AL-03\"") && last.contains("neither readings nor interval data"))
  }

  static func pipe(_ text: String, _ arguments: [String]) throws -> [String] {
    let process = Process()
    process.executableURL = Program.url
    process.arguments = arguments
    process.environment = ["TARIFFWISE_TARIFFS": TestPlaces.path("tariffs")]
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(
      "tariffwise-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(text.utf8).write(to: file)
    process.standardInput = try FileHandle(forReadingFrom: file)
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let written = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    // A carriage return and a line feed are one character of Swift.
    return String(decoding: written, as: UTF8.self).split(whereSeparator: \.isNewline).map(
      String.init)
  }

  static func worked(_ lines: [String], accounts: String) throws -> [String] {
    try pipe(
      lines.joined(separator: "\n") + "\n",
      ["worker", "--accounts", accounts + "/accounts.csv"])
  }

  static func ranked(_ lines: [String]) throws -> [Row] {
    try pipe(lines.joined(separator: "\n") + "\n", ["worker", "--rank"]).map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? Row)
    }
  }

  @Test("Totals are those of `bill`, savings those of the same single lever of `whatif`")
  func savings() throws {
    let segment = try Segment(["--accounts", "18", "--months", "4", "--seed", "6"])
    let rows = try Self.rows([segment.path])
    let bills =
      try JSONSerialization.jsonObject(
        with: Data(try Program.run(["bill", segment.path, "--format", "json"]).output.utf8))
      as? [String: Any]
    var totals: [String: String] = [:]
    for account in bills?["accounts"] as? [Row] ?? [] {
      totals[account["account"] as? String ?? ""] = account["total"] as? String
    }
    var levers: Set<String> = []
    for row in rows where row["error"] is NSNull {
      let account = try #require(Self.text(row, "account"))
      #expect(Self.text(row, "total") == totals[account])
      guard let lever = Self.text(row, "best_lever"), let to = Self.text(row, "best_lever_to")
      else { continue }
      // Of many accounts with the same lever three tell enough.
      guard levers.insert("\(lever) \(rows.count % 3)").inserted || levers.count < 9 else {
        continue
      }
      let answer = try Program.run([
        "whatif", segment.path, "--account", account, "--\(lever)", to, "--format", "json",
      ])
      let whatif =
        try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any]
      #expect(Self.text(row, "saving") == whatif?["saving"] as? String, "\(account) \(lever) \(to)")
    }
    #expect(levers.count >= 3)
  }

  @Test("The planted accounts come out on top, for ten seeds", arguments: 1...10)
  func planted(_ seed: Int) throws {
    let segment = try Segment(["--accounts", "30", "--months", "3", "--seed", "\(seed)"])
    let stories = try segment.stories
    let rows = try Self.rows([segment.path])
    let faults = stories.filter { $0.value == "data-fault" }.keys
    let planted = stories.filter { $0.value != "data-fault" }.keys
    #expect(planted.count == 4)
    #expect(faults.count == 1)
    #expect(
      Set(rows.prefix(planted.count).compactMap { Self.text($0, "account") }) == Set(planted),
      "seed \(seed)")
    for row in rows where faults.contains(Self.text(row, "account") ?? "") {
      #expect(row["rank"] is NSNull, "seed \(seed)")
    }
    let expected = [
      "floor-binds": "transformers", "wrong-method": "basic-charge", "power-factor": "power-factor",
    ]
    for row in rows.prefix(planted.count) {
      let story = stories[Self.text(row, "account") ?? ""] ?? ""
      let findings = row["findings"] as? [String] ?? []
      if story == "peak-heavy" {
        #expect(findings.contains("peak-heavy"), "seed \(seed)")
      } else {
        #expect(Self.text(row, "best_lever") == expected[story], "seed \(seed) \(story)")
      }
    }
  }

  @Test("Without stories no single change saves more than 0.5 % of a bill, for three seeds")
  func plain() throws {
    for seed in 1...3 {
      let segment = try Segment([
        "--accounts", "30", "--months", "3", "--stories", "none", "--seed", "\(seed)",
      ])
      for row in try Self.rows([segment.path]) {
        let total = try #require(Self.text(row, "total").flatMap(Double.init))
        for key in ["saving", "saving_of_an_even_load"] {
          let saving = Self.text(row, key).flatMap(Double.init) ?? 0
          #expect(saving <= 0.005 * total, "seed \(seed) \(row["account"] ?? "") \(key)")
        }
      }
    }
  }

  @Test("A bad digit is a row with its error and no money, and the others stand")
  func badDigit() throws {
    let segment = try Segment(["--intervals", "--accounts", "6", "--months", "1"])
    let (heading, rows) = try segment.rows()
    var spoiled = rows
    let place = try #require(rows.lastIndex { $0.hasPrefix("AL-03") })
    spoiled[place] = rows[place].replacingOccurrences(of: ".", with: ".O", options: [], range: nil)
    try segment.replaceLoads(heading: heading, rows: spoiled)
    let result = try Program.run(["screen", segment.path, "--format", "json"])
    #expect(result.exit == 1)
    let all = try Self.rows([segment.path])
    let faulty = try #require(all.first { Self.text($0, "account") == "AL-03" })
    // One line of heading stands before the rows.
    #expect(Self.text(faulty, "error")?.contains("all.csv:\(place + 2): ") == true)
    #expect(faulty["total"] is NSNull)
    #expect(all.filter { $0["error"] is NSNull }.count >= 4)
    // A fault of the file itself leaves no answer.
    try segment.replaceLoads(heading: "account;date", rows: rows)
    let refused = try Program.run(["screen", segment.path, "--format", "json"])
    #expect(refused.exit == 1)
    #expect(refused.output.isEmpty)
  }

  @Test("An anonymous table tells no number, no name and no column of the owner's")
  func anonymous() throws {
    let segment = try Segment(["--accounts", "12", "--months", "1", "--seed", "3"])
    let accounts = try segment.text("accounts.csv").split(separator: "\n").map(String.init)
    try segment.write(
      accounts.enumerated().map { $0.offset == 0 ? "\($0.element),manager" : "\($0.element),Li" }
        .joined(separator: "\n") + "\n", to: "accounts.csv")
    let named = try Program.run(["screen", segment.path, "--format", "csv"])
    #expect(named.output.contains(",manager\r\n"))
    #expect(named.output.contains(",Li\r\n"))
    for format in ["csv", "json", "text"] {
      let result = try Program.run(["screen", segment.path, "--anonymise", "--format", format])
      for word in ["AL-", "Alloy works", "Foundry", "manager"] {
        #expect(!result.output.contains(word), "\(format) \(word)")
        #expect(!result.errors.contains(word), "\(format) \(word)")
      }
    }
  }
}
