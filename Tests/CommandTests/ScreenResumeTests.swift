import Foundation
import Glibc
import TestSupport
import Testing

/// Kills a run of `screen` and goes on with it.
@Suite("A screening that was killed")
struct ScreenResumeTests {
  /// How often; the whole proof takes fifty.
  static let kills =
    ProcessInfo.processInfo.environment["TARIFFWISE_KILLS"].flatMap(Int.init) ?? 4

  @Test("goes on with --resume: the same table, and no finished account is read again")
  func kill() throws {
    let seed: UInt64 = 20_260_606
    var random = SplitMix64(seed: seed)
    let segment = try Segment(["--accounts", "60", "--months", "3"])
    let store = segment.folder.deletingLastPathComponent().appendingPathComponent(
      "tariffwise-\(UUID().uuidString).sqlite")
    func clear() {
      for end in ["", "-wal", "-shm", ".lock"] {
        try? FileManager.default.removeItem(atPath: store.path + end)
      }
    }
    defer { clear() }
    let start = Date()
    let expected = try Program.run(["screen", segment.path, "--format", "csv"]).output
    let whole = Date().timeIntervalSince(start)
    #expect(expected.contains("AL-60"))
    var between = 0
    for number in 0..<Self.kills {
      clear()
      let process = Process()
      process.executableURL = Program.url
      process.arguments = ["screen", segment.path, "--store", store.path, "--output", "/dev/null"]
      process.environment = ["TARIFFWISE_TARIFFS": TestPlaces.path("tariffs")]
      process.standardError = FileHandle.nullDevice
      try process.run()
      Thread.sleep(forTimeInterval: whole * Double.random(in: 0.05...0.95, using: &random))
      Glibc.kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let resumed = try Program.run([
        "screen", segment.path, "--store", store.path, "--resume", "--format", "csv",
      ])
      #expect(resumed.output == expected, "seed \(seed), kill \(number)")
      let counts = resumed.errors.split(separator: " ").compactMap { Int($0) }
      // "n accounts were finished before; m are read"
      #expect(counts.count >= 2 && counts[0] + counts[1] == 60, "\(resumed.errors)")
      if counts[0] > 0, counts[1] > 0 { between += 1 }
      let again = try Program.run([
        "screen", segment.path, "--store", store.path, "--resume", "--format", "csv",
      ])
      #expect(again.output == expected)
      #expect(again.errors.hasPrefix("60 accounts were finished before; 0 are read\n"))
    }
    print("kills between the first and the last saved account: \(between) of \(Self.kills)")
  }

  @Test("refuses input that was changed, and a store that is there already")
  func changed() throws {
    let segment = try Segment(["--accounts", "6", "--months", "1"])
    let store = segment.folder.path + "/run.sqlite"
    let first = try Program.run(["screen", segment.path, "--store", store, "--format", "csv"])
    let refused = try Program.run(["screen", segment.path, "--store", store, "--format", "csv"])
    #expect(refused.exit == 1)
    #expect(refused.errors.contains("[store-exists]"))
    let resumed = try Program.run([
      "screen", segment.path, "--store", store, "--resume", "--format", "csv",
    ])
    #expect(resumed.output == first.output)
    try segment.write(try segment.text("readings.csv") + "\n", to: "readings.csv")
    let other = try Program.run([
      "screen", segment.path, "--store", store, "--resume", "--format", "csv",
    ])
    #expect(other.exit == 1)
    #expect(other.output.isEmpty)
    #expect(other.errors.contains("readings.csv"))
    #expect(other.errors.contains("[store-input-changed]"))
  }
}
