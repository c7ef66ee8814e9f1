import Foundation
import Testing

/// The JSON of `whatif` and `optimise`, held to what programs rely on.
@Suite("Comparisons as JSON")
struct AnswerShapeTests {
  private static let mill = "samples/titanium-mill"
  private static let millIntervals = "samples/titanium-mill-intervals"
  private static let steel = ["samples/steel-works", "--as-of", "2026-01"]

  /// Commands whose answers are compared; `--format json` is added.
  static let comparisons: [[String]] = [
    [
      "whatif", mill, "--transformers", "10000", "--shift-shares",
      "sharp=5,peak=25,flat=20,valley=50",
    ],
    ["whatif", millIntervals, "--shift-flexible", "15", "--shift-within", "week"],
    ["whatif"] + steel + [
      "--storage", "1000:250", "--capacitors", "300:5", "--contract-demand", "optimal",
    ],
    ["whatif"] + steel + ["--pause", "1250:2025-02-01..2025-04-01", "--basic-charge", "capacity"],
    ["optimise", mill],
    ["optimise"] + steel + ["--keep", "transformers"],
    ["optimize", mill, "--keep", "transformers,method,contract,tariff,compensation"],
  ]

  private static func answer(_ arguments: [String]) throws -> [String: Any] {
    let result = try Program.run(arguments + ["--format", "json"])
    #expect(result.exit == 0, "\(arguments): \(result.errors)")
    return try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
  }

  /// Money in hundredths, read as text: no sum of it passes through binary fractions.
  private static func hundredths(_ value: Any?) throws -> Int {
    let text = try #require(value as? String, "\(String(describing: value)) is no text")
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    #expect(parts.count == 2 && parts[1].count == 2, "\(text) has two digits after the point")
    return try #require(Int(parts.joined()))
  }

  private static func objects(_ value: Any?) throws -> [[String: Any]] {
    try #require(value as? [[String: Any]], "\(String(describing: value)) is no list")
  }

  @Test(
    "Savings, months and totals add up to the hundredth; an optimum keeps within its bound",
    arguments: comparisons)
  func sums(arguments: [String]) throws {
    let answer = try Self.answer(arguments)
    if arguments[0] != "whatif" { try Self.checkBound(of: answer) }
    let before = try Self.hundredths((answer["baseline"] as? [String: Any])?["total"])
    let after = try Self.hundredths((answer["scenario"] as? [String: Any])?["total"])
    let saving = try Self.hundredths(answer["saving"])
    #expect(saving == before - after)
    let levers = try Self.objects(answer["levers"])
    #expect(try levers.map { try Self.hundredths($0["saving"]) }.reduce(0, +) == saving)
    let months = try Self.objects(answer["months"])
    #expect(months.count == answer["months_covered"] as? Int)
    #expect(try months.map { try Self.hundredths($0["baseline"]) }.reduce(0, +) == before)
    #expect(try months.map { try Self.hundredths($0["scenario"]) }.reduce(0, +) == after)
    #expect(answer["account"] is String && answer["warnings"] is [String])
    for lever in levers {
      #expect(lever["lever"] is String)
      // A value that differs by month is a list of months with their values.
      for key in ["from", "to"] {
        let steps = lever[key] as? [[String: Any]]
        let isSteps = steps?.allSatisfy { $0["from"] is String && $0["value"] is String } ?? false
        #expect(lever[key] is String || lever[key] is NSNull || isSteps, "\(key): \(lever)")
      }
    }
  }

  /// An optimum is never dearer than today, and called optimal only where it equals its bound.
  private static func checkBound(of answer: [String: Any]) throws {
    let total = try Self.hundredths((answer["scenario"] as? [String: Any])?["total"])
    #expect(try Self.hundredths(answer["saving"]) >= 0)
    let bound = try Self.hundredths(answer["lower_bound"])
    #expect(try Self.hundredths(answer["gap"]) == total - bound)
    #expect(bound <= total)
    #expect(answer["optimal"] as? Bool == (bound == total))
    let date = /[0-9]{4}-[0-9]{2}-[0-9]{2}/
    for filing in try Self.objects(answer["calendar"]) {
      let inForce = try #require(filing["in_force_from"] as? String)
      #expect(inForce.wholeMatch(of: date) != nil)
      #expect(filing["what"] is String && filing["value"] is String)
      if let fileBy = filing["file_by"] as? String {
        #expect(fileBy.wholeMatch(of: date) != nil && fileBy < inForce)
      }
    }
    let sensitivity = try #require(answer["sensitivity"] as? [String: Any])
    _ = try Self.objects(sensitivity["flexible_share"])
    for point in try Self.objects(sensitivity["capacity_kva"]) {
      #expect(point["capacity_kva"] is NSNumber)
      _ = try Self.hundredths(point["total"])
    }
    _ = try Self.objects(answer["alternatives"])
    _ = try Self.objects(answer["paybacks"])
    #expect(answer.keys.contains("forecast"))
  }

  @Test("The mill of 2013 keeps 6300 of its 20000 kVA, which saves 1947076.57 with whatif as well")
  func mill() throws {
    let best = try Self.answer(["optimise", Self.mill])
    let lever = try #require(
      try Self.objects(best["levers"]).first { $0["lever"] as? String == "transformers" })
    let set = try #require(lever["to"] as? String)
    // The least rating made for 110 kV; its floor, 40 % of it, lies below the metered demand.
    #expect(set == "6300")
    let alone = try Self.answer(["whatif", Self.mill, "--transformers", set])
    // (8000 − max(metered, 2520)) kW × 30 CNY/kW and the reward of 0.75 % on it, month by month.
    #expect(try Self.hundredths(alone["saving"]) == 194_707_657)
    #expect(try Self.hundredths(best["saving"]) >= 194_707_657)
  }

  @Test("More load that can move never costs more, and none costs what the rest of the choice does")
  func shares() throws {
    let answer = try Self.answer([
      "optimise", Self.millIntervals, "--shift-flexible", "20", "--keep",
      "transformers,method,tariff",
    ])
    let sensitivity = try #require(answer["sensitivity"] as? [String: Any])
    let totals = try Self.objects(sensitivity["flexible_share"]).map {
      try Self.hundredths($0["total"])
    }
    #expect(totals.count == 5)
    #expect(totals == totals.sorted(by: >))
    #expect(try #require(totals.first) > (try #require(totals.last)))
  }

  /// Wrong flags, and every one of them is to be named.
  static let wrong: [(flags: [String], told: [String])] = [
    (["--shift-flexible", "100.1"], ["--shift-flexible is \"100.1\""]),
    (["--shift-flexible=-1"], ["--shift-flexible is \"-1\""]),
    (["--shift-flexible", "15%"], ["--shift-flexible:", "leave the percent sign out"]),
    (["--storage", "0:500"], ["--storage is \"0\""]),
    (["--storage", "500"], ["--storage is \"500\"", "2000:500"]),
    (["--storage", "500:100", "--efficiency", "100.5"], ["--efficiency is \"100.5\""]),
    (["--efficiency", "90"], ["--efficiency says nothing alone"]),
    (["--shift-limit", "10"], ["--shift-limit says nothing alone"]),
    (["--pause", "1250:2025-03-01..2025-03-01"], ["ends when it begins"]),
    (["--pause", "1250:2025-03-01"], ["a unit and two dates are expected"]),
    (
      ["--pause", "1:2025-03-01..2025-04-01", "--pause", "1:2025-03-31..2025-05-01"],
      ["paused twice on 2025-03-31"]
    ),
    (["--pause", "9:2025-03-01..2025-05-01"], ["there is no transformer \"9\""]),
    (["--power-factor", "0.955"], ["whole hundredths"]),
    (["--power-factor", "0"], ["more than 0, at most 1"]),
    (["--capacitors", "100:1.5"], ["\"1.5\" is not a number of steps"]),
    (["--batch", "a=10:60@09:00,09:00-09:30"], ["does not fit between 09:00 and 09:30"]),
    (["--batch", "a=10:60@9:00,09:00-12:00"], ["\"9:00\" is not a time of day"]),
    (["--batch", "a=10:60@08:00,09:00-12:00"], ["not within its own window"]),
    (["--contract-demand=-3", "--power-factor", "2"], ["is \"-3\"", "is \"2\""]),
    (["--shift-flexible", "200", "--storage", "x:1"], ["\"200\"", "\"x\""]),
    (["--single-part", "--tariff", "cn-hubei-two-part"], ["do not go together"]),
  ]

  @Test(
    "A wrong flag ends with 64, says what was read, and prints no answer", arguments: wrong.indices)
  func refusals(index: Int) throws {
    let (flags, told) = Self.wrong[index]
    let result = try Program.run(["whatif"] + Self.steel + flags)
    #expect(result.exit == 64)
    #expect(result.output.isEmpty)
    for phrase in told {
      #expect(result.errors.contains(phrase), "\(flags): \(result.errors)")
    }
  }

  /// What cannot be had of these accounts.
  static let impossible: [(flags: [String], exit: Int32, told: String)] = [
    ([mill, "--storage", "2000:500"], 3, "register readings do not tell"),
    (steel + ["--batch", "a=100:240@09:07,00:00-24:00"], 64, "whole intervals of 15 minutes"),
    (steel + ["--batch", "a=9000:240@09:00,00:00-24:00"], 3, "is not in the load"),
  ]

  @Test(
    "A battery or a run that was asked for and cannot be had is told, not left out in silence",
    arguments: impossible.indices)
  func refusesTheImpossible(index: Int) throws {
    let (flags, exit, told) = Self.impossible[index]
    let result = try Program.run(["optimise"] + flags)
    #expect(result.exit == exit)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains(told), "\(result.errors)")
  }
}
