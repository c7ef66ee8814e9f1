import Foundation
import Testing

/// What is to be done for a lever, as JSON beside it.
@Suite("Levers tell what is to be done")
struct LeverDetailTests {
  private static func levers(_ arguments: [String]) throws -> [[String: Any]] {
    let result = try Program.run(arguments + ["--format", "json"])
    #expect(result.exit == 0, "\(arguments): \(result.errors)")
    let answer = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    return try #require(answer["levers"] as? [[String: Any]])
  }

  @Test("A furnace at 09:00 on weekdays begins at midnight on all 261 of 2025, and that is optimal")
  func runs() throws {
    let lever = try #require(
      try Self.levers([
        "whatif", "samples/steel-works", "--as-of", "2026-01", "--batch",
        "furnace=100:240@09:00,00:00-24:00,weekdays",
      ]).first)
    #expect(lever["lever"] as? String == "batches")
    let runs = try #require(lever["runs"] as? [[String: String]])
    #expect(runs.count == 261)
    #expect(runs.allSatisfy { $0["batch"] == "furnace" && $0["start"] == "00:00" })
    #expect(runs.first?["date"] == "2025-01-01" && runs.last?["date"] == "2025-12-31")
    #expect((lever["unmoved"] as? [Any])?.isEmpty == true)
    #expect(lever["optimal"] as? Bool == true && lever["gap"] as? String == "0.00")
  }

  @Test("A power factor names its capacitors; the same bank by --capacitors reaches it as well")
  func bank() throws {
    let steel = ["whatif", "samples/steel-works", "--as-of", "2026-01"]
    let lever = try #require(try Self.levers(steel + ["--power-factor", "0.97"]).first)
    let kvar = try #require(lever["capacitors_kvar"] as? Int)
    #expect(kvar > 0 && kvar % 10 == 0)
    let own = try #require(try Self.levers(steel + ["--capacitors", "\(kvar):1"]).first)
    #expect(own["capacitors_kvar"] == nil)
    let reached = try #require(lever["to"] as? String)
    #expect(try #require(Double(reached)) >= 0.97)
  }
}
