import Foundation
import TestSupport
import Testing

/// Runs the built program as its users do and compares what it prints byte by byte.
@Suite("The command line")
struct CommandTests {
  /// A command of `Golden/<name>.command`: arguments one per line.
  static let names: [String] = {
    let folder = TestPlaces.path("Tests/CommandTests/Golden")
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return files.filter { $0.hasSuffix(".command") }.map { String($0.dropLast(8)) }.sorted()
  }()

  @Test("prints what was recorded", arguments: names)
  func golden(name: String) throws {
    let folder = URL(fileURLWithPath: TestPlaces.path("Tests/CommandTests/Golden"))
    let command = try String(
      contentsOf: folder.appendingPathComponent("\(name).command"), encoding: .utf8)
    let result = try Program.run(command.split(separator: "\n").map(String.init))
    let text = """
      \(result.output)--- standard error
      \(result.errors)--- exit \(result.exit)

      """
    let file = folder.appendingPathComponent("\(name).expected")
    if TestPlaces.isRecording {
      try Data(text.utf8).write(to: file)
      Issue.record("recorded \(name); look at the difference")
      return
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    #expect(text == expected)
  }

  @Test("The cases of the golden outputs are there")
  func count() { #expect(Self.names.count >= 20) }

  @Test("An answer is written whole to the file that is named, and nothing to standard output")
  func output() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(
      "tariffwise-\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: file) }
    let result = try Program.run([
      "bill", "samples/titanium-mill", "--format", "json", "--output", file.path,
    ])
    #expect(result.exit == 0)
    #expect(result.output.isEmpty)
    let answer = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any]
    let account = (answer?["accounts"] as? [[String: Any]])?.first
    #expect(account?["total"] as? String == "5777640.25")
    #expect(account?["months_covered"] as? Int == 12)
  }

  @Test("--write-load writes a load file that bills to the scenario's total")
  func writeLoad() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(
      "tariffwise-\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: file) }
    let result = try Program.run([
      "whatif", "samples/titanium-mill-intervals", "--shift-shares",
      "sharp=5,peak=25,flat=20,valley=50", "--write-load", file.path, "--format", "json",
    ])
    #expect(result.exit == 0, "\(result.errors)")
    let answer =
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    let scenario = (answer?["scenario"] as? [String: Any])?["total"] as? String
    let written = try Program.run(["inspect", file.path, "--format", "json"])
    #expect(written.exit == 0)
    let inspected =
      try JSONSerialization.jsonObject(with: Data(written.output.utf8)) as? [String: Any]
    let channels =
      ((inspected?["files"] as? [[String: Any]])?.first?["channels"] as? [[String: Any]]) ?? []
    #expect(channels.first?["intervals"] as? Int == 35_040)
    #expect(channels.first?["total"] as? Int == 4_390_000)
    #expect(scenario != nil)
  }

  @Test("new writes tables that can be opened, and leaves those that are there")
  func new() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "tariffwise-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(try Program.run(["new", folder.path]).exit == 0)
    try Self.add(
      [
        "account": "A1", "tariff": "cn-hunan-large-industry-2013", "voltage": "110kV",
        "transformers": "1000", "basic_charge": "capacity", "power_factor_standard": "none",
      ], to: folder.appendingPathComponent("accounts.csv"))
    try Self.add(
      [
        "account": "A1", "month": "2013-01", "kwh_sharp": "100", "kwh_peak": "200",
        "kwh_flat": "300", "kwh_valley": "400",
      ], to: folder.appendingPathComponent("readings.csv"))
    #expect(try Program.run(["new", folder.path]).exit == 0)
    let bill = try Program.run(["bill", folder.path, "--format", "json"])
    #expect(bill.exit == 0, "\(bill.errors)")
    // 1000 × 20 + 100 × 0.8615 + 200 × 0.7615 + 300 × 0.6115 + 400 × 0.4115.
    #expect(bill.output.contains("\"total\": \"20586.50\""), "\(bill.output)")
  }

  /// Adds a row to a table that holds only its headings.
  private static func add(_ values: [String: String], to table: URL) throws {
    let headings = try String(contentsOf: table, encoding: .utf8)
    let names = headings.split(whereSeparator: \.isNewline).first?.split(separator: ",") ?? []
    let row = names.map { values[String($0)] ?? "" }.joined(separator: ",")
    try "\(headings)\(row)\n".write(to: table, atomically: true, encoding: .utf8)
  }
}
