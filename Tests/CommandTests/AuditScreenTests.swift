import Documents
import Foundation
import Testing

/// The first screen of an audit as text: short, and every figure of it that of the JSON.
@Suite("The first screen of an audit")
struct AuditScreenTests {
  /// Audits of every sample.
  static let audits: [[String]] =
    [AuditPageTests.mill, ["samples/titanium-mill-intervals"], AuditPageTests.steel]
    + ["AL-10", "AL-36"].map { ["samples/alloy-segment", "--account", $0] } + [
      ["samples/alloy-segment", "--account", "AL-05", "--peers", "samples/alloy-segment"]
    ]

  /// A screen with what is below it, and the JSON of the same audit.
  struct Answer {
    let screen: [String]
    let below: [String]
    let json: [String: Any]

    init(_ arguments: [String], _ language: String) throws {
      let spoken = arguments + ["--language", language]
      let text = try Program.run(["audit"] + spoken)
      #expect(text.exit == 0, "\(text.errors)")
      let lines = text.output.split(separator: "\n", omittingEmptySubsequences: false)
        .map(String.init)
      let last = try #require(
        lines.firstIndex { $0.hasPrefix(language == "zh" ? "以下：" : "Below: ") })
      screen = Array(lines[...last])
      below = Array(lines[(last + 1)...])
      json = try AuditPageTests.json(spoken)
    }

    func object(_ keys: String...) throws -> [String: Any] {
      try keys.reduce(json) { try #require($0[$1] as? [String: Any], "no \($1)") }
    }

    func list(_ key: String, of object: [String: Any]) throws -> [[String: Any]] {
      try #require(object[key] as? [[String: Any]], "no \(key)")
    }
  }

  private static func number(_ value: Any?) throws -> Decimal {
    let text = (value as? String) ?? (value as? NSNumber)?.stringValue
    return try #require(text.flatMap { Decimal(string: $0) }, "\(String(describing: value))")
  }

  /// A figure as people read it, such as `−5,236.99`.
  private static func words(_ value: Decimal, digits: Int) -> String {
    var (value, rounded) = (value, Decimal())
    NSDecimalRound(&rounded, &value, digits, .plain)
    let parts = "\(abs(rounded))".split(separator: ".")
    var whole = ""
    for (index, digit) in parts[0].reversed().enumerated() {
      if index > 0, index % 3 == 0 { whole = "," + whole }
      whole = String(digit) + whole
    }
    var fraction = parts.count > 1 ? String(parts[1]) : ""
    while fraction.count < digits { fraction += "0" }
    return (rounded < 0 ? "\u{2212}" : "") + whole + (digits > 0 ? "." + fraction : "")
  }

  /// The cells of a line between runs of two blanks and more.
  private static func cells(_ line: String) -> [String] {
    line.components(separatedBy: "  ").map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty }
  }

  /// A share of 24 cells in eighths of a cell.
  private static func eighths(_ bar: String) -> Int {
    bar.reduce(0) { $0 + ($1 == "█" ? 8 : 1 + (Array("▏▎▍▌▋▊▉").firstIndex(of: $1) ?? -9)) }
  }

  @Test(
    "At most 30 lines of 100 cells; findings once and by worth; every figure that of the JSON",
    arguments: audits, ["en", "zh"])
  func screen(arguments: [String], language: String) throws {
    let answer = try Answer(arguments, language)
    try Self.checkSize(answer, language)
    try Self.checkMoney(answer)
    try Self.checkWorth(answer)
  }

  /// The screen is one, and what is left for below is told.
  private static func checkSize(_ answer: Answer, _ language: String) throws {
    #expect(answer.screen.count <= 30, "\(answer.screen.joined(separator: "\n"))")
    for line in answer.screen { #expect(DisplayWidth.of(line) <= 100, "\(line)") }
    for line in answer.below { #expect(DisplayWidth.of(line) <= 100, "\(line)") }
    let codes = try answer.list("findings", of: answer.json).compactMap { $0["code"] as? String }
    // A code may be cut from its text by the end of a line, but is never cut itself.
    let all = answer.screen + answer.below
    for (code, times) in Dictionary(grouping: codes, by: { $0 }).mapValues(\.count) {
      let marks = all.reduce(0) { $0 + $1.components(separatedBy: "[\(code)]").count - 1 }
      #expect(marks == times, "\(code)")
    }
    let further = codes.count { code in !answer.screen.contains { $0.contains("[\(code)]") } }
    let told = try #require(answer.screen.last)
    let isTold = told.contains(
      language == "zh" ? "其余发现（\(further) 项）" : "further findings (\(further))")
    #expect(isTold == (further > 0), "\(told)")
  }

  /// Use, bill, price, parts, bars and the cheapest.
  private static func checkMoney(_ answer: Answer) throws {
    let indicators = try answer.object("indicators")
    let energy = try Self.number(indicators["energy_kwh"])
    let total = try Self.number(indicators["total"])
    let best = answer.json["best"] as? [String: Any]
    let cheapest = try best.map { try Self.number($0["total"]) }
    let bestPrice = try best.map { try Self.number($0["average_price"]) }
    let blank = try #require(answer.screen.firstIndex(of: ""))
    let head = answer.screen[..<blank].joined(separator: " ")
    let figures = [
      Self.words(energy, digits: 0), Self.words(total, digits: 2),
      Self.words(try Self.number(indicators["average_price"]), digits: 4),
    ]
    for figure in figures + (bestPrice.map { [Self.words($0, digits: 4)] } ?? []) {
      #expect(head.contains(figure), "\(figure)")
    }
    let amounts = try answer.object("indicators", "amounts")
    let names = ["basic", "energy", "funds", "power_factor", "other"].filter {
      amounts[$0] != nil
    }
    #expect(names.count == amounts.count && names.count >= 2)
    var expected = try names.map { (amount: try Self.number(amounts[$0]), price: Decimal?.none) }
    expected.append((total, nil))
    if let cheapest { expected.append((cheapest, bestPrice)) }
    // Two lines of headings above, a rule before the total.
    let table = answer.screen[(blank + 3)...].prefix { !$0.isEmpty }.map(Self.cells)
      .filter { $0.first?.hasPrefix("─") == false }
    #expect(table.count == expected.count)
    for (row, part) in zip(table, expected) {
      let share = part.amount / total
      #expect(row[1] == Self.words(part.amount, digits: 2))
      #expect(row[2] == Self.words(share * 100, digits: 1) + " %")
      #expect(row[3] == Self.words(part.price ?? part.amount / energy, digits: 4))
      var (exact, rounded) = (max(0, min(1, share)) * 192, Decimal())
      NSDecimalRound(&rounded, &exact, 0, .plain)
      #expect(Decimal(Self.eighths(row.count > 4 ? row[4] : "")) == rounded, "\(row)")
    }
  }

  /// Findings by worth, with their texts, and the savings of the plan.
  private static func checkWorth(_ answer: Answer) throws {
    let blanks = answer.screen.indices.filter { answer.screen[$0].isEmpty }
    let findings = try answer.list("findings", of: answer.json)
    // Without findings there is no part of them.
    #expect(blanks.count == (findings.isEmpty ? 3 : 4))
    let told = findings.isEmpty ? [] : Array(answer.screen[(blanks[1] + 2)..<blanks[2]])
    let joined = told.joined().filter { $0 != " " }
    var worths: [Decimal] = []
    for finding in findings {
      let code = try #require(finding["code"] as? String)
      guard joined.contains("[\(code)]") else { continue }
      let text = try #require(finding["text"] as? String).filter { $0 != " " }
      let evidence = try #require(finding["evidence"] as? [String: Any])
      let key = [
        "saving", "cost", "penalty", "paid_for_unused_demand", "saving_of_an_even_load", "worth",
        "worth_of_the_discount", "gain_of_one_hundredth", "difference",
      ].first { evidence[$0] != nil }
      let worth = try key.map { try Self.number(evidence[$0]) }
      let lead = worth.map { Self.words($0, digits: 2) } ?? ""
      #expect(joined.contains("\(lead)\(text)[\(code)]"), "\(code)")
    }
    // The leads, from above.
    for line in told {
      let first = Self.cells(line).first ?? ""
      guard first.allSatisfy({ $0.isNumber || ",.\u{2212}".contains($0) }) else { continue }
      let plain = first.replacing(",", with: "").replacing("\u{2212}", with: "-")
      worths.append(try #require(Decimal(string: plain)))
    }
    #expect(worths == worths.sorted(by: >))
    guard let best = answer.json["best"] as? [String: Any] else { return }
    let plan = Array(answer.screen[(blanks[blanks.count - 2] + 1)..<blanks[blanks.count - 1]])
    let saving = try Self.number(best["saving"])
    let total = try Self.number(try answer.object("indicators")["total"])
    let title = plan.prefix { !$0.hasPrefix(" ") }.joined(separator: " ")
    #expect(title.contains(Self.words(saving, digits: 2)))
    #expect(title.contains(Self.words(saving / total * 100, digits: 1) + " %"))
    let levers = try answer.list("levers", of: best)
    let leads = plan.compactMap { Self.cells($0).first }.filter { cell in
      cell.last?.isNumber == true && cell.contains(".") && !cell.contains(" ")
    }
    #expect(leads == (try levers.map { Self.words(try Self.number($0["saving"]), digits: 2) }))
    #expect(try levers.reduce(Decimal()) { $0 + (try Self.number($1["saving"])) } == saving)
  }
}
