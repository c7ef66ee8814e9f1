import Documents
import Foundation
import Testing

@testable import Screening

@Suite("A run goes on only with the inputs it began with")
struct StoreInputTests {
  private static func write(_ text: String, _ path: String, at time: Int = 1_700_000_000) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: TimeInterval(time))], ofItemAtPath: path)
  }

  /// A dossier with a load folder and a store begun on it, in the dossier itself.
  private static func withRun(
    _ body: (_ folder: String, _ changes: () throws -> [String]) throws -> Void
  )
    throws
  {
    try StoreSamples.withFolder { folder in
      try FileManager.default.createDirectory(
        atPath: folder + "/load", withIntermediateDirectories: true)
      try write("account,tariff\n", folder + "/accounts.csv")
      try write(String(repeating: "x", count: 300_000), folder + "/load/2025.csv")
      let path = folder + "/run.sqlite"
      func inputs() throws -> [RunInput] { try RunInput.files(at: folder, exceptStore: path) }
      let store = try ScreenStore(path: path, inputs: try inputs(), resuming: false)
      try store.save(StoreSamples.rows(1, seed: 1)[0], place: "")
      try store.close()
      try body(folder) {
        StoreSamples.faults(path, try inputs(), resuming: true).map(\.message)
      }
    }
  }

  @Test("Nothing changed: the run goes on, though its store lies among its inputs")
  func unchanged() throws {
    try Self.withRun { folder, changes in
      #expect(try changes() == [])
      // The same bytes and time written anew are the same file.
      try Self.write("account,tariff\n", folder + "/accounts.csv")
      try Self.write("", folder + "/.hidden")
      #expect(try changes() == [])
      #expect(
        try RunInput.files(at: folder, exceptStore: folder + "/run.sqlite").map(\.name)
          == ["accounts.csv", "load/2025.csv"])
    }
  }

  @Test("Each change is told by the file's name, and puts nothing right by itself")
  func files() throws {
    try Self.withRun { folder, changes in
      let load = folder + "/load/2025.csv"
      try Self.write(String(repeating: "x", count: 301_204), load)
      let more = "load/2025.csv has 1,204 bytes more than when the run began"
      #expect(try changes() == [more])
      #expect(try changes() == [more])
      try Self.write(String(repeating: "x", count: 299_999), load)
      #expect(try changes() == ["load/2025.csv has 1 byte less than when the run began"])
      for (first, last) in [("y", "x"), ("x", "y")] {
        try Self.write(first + String(repeating: "x", count: 299_998) + last, load)
        #expect(try changes() == ["load/2025.csv holds something else than when the run began"])
      }
      try Self.write(String(repeating: "x", count: 300_000), load, at: 1_700_000_060)
      // 1700000000 is 2023-11-14 22:13:20 UTC (`date -u -d @1700000000`).
      #expect(
        try changes() == [
          "load/2025.csv was written to at 2023-11-14T22:14:20.000000000Z; "
            + "the run began with that of 2023-11-14T22:13:20.000000000Z"
        ])
      try FileManager.default.removeItem(atPath: load)
      try Self.write("new", folder + "/load/2026.csv")
      #expect(
        try changes() == [
          "load/2025.csv is gone since the run began",
          "load/2026.csv was not there when the run began",
        ])
    }
  }

  @Test("Options, prices and the program's version are told with what they were and are")
  func values() throws {
    try StoreSamples.withFolder { folder in
      let path = folder + "/run.sqlite"
      let old = [
        RunInput.value("--as-of", "2025-03"), .value("--price purchase", "0.3845"),
        .value("program", "0.1.0"), RunInput(name: "hunan.xml", content: .text(hash: "1")),
      ]
      try ScreenStore(path: path, inputs: old, resuming: false).close()
      #expect(StoreSamples.faults(path, old.reversed(), resuming: true).isEmpty)
      let new = [
        RunInput.value("--as-of", "2025-04"), .value("--area", ""), .value("program", "0.1.0"),
        RunInput(name: "hunan.xml", content: .text(hash: "2")),
      ]
      let faults = StoreSamples.faults(path, new, resuming: true)
      #expect(
        Set(faults.map(\.message)) == [
          "hunan.xml holds something else than when the run began",
          "--area is empty now, but was not given when the run began",
          "--as-of is 2025-04 now, but was 2025-03 when the run began",
          "--price purchase was 0.3845 when the run began, but is not given now",
        ])
      #expect(Set(faults.map(\.code)) == ["store-input-changed"])
      #expect(faults.compactMap(\.hint) == ["name another file with --store to begin a new run"])
      let many = (0..<30).map { RunInput.value("--flag\($0)", "on") }
      let told = StoreSamples.faults(path, old + many, resuming: true)
      #expect(told.count == 11)
      #expect(told.contains { $0.message == "20 further inputs have changed" })
    }
  }

  @Test("Small files are known by all their bytes; FNV-1a of nothing, a and foobar is as published")
  func hashes() throws {
    try StoreSamples.withFolder { folder in
      // http://www.isthe.com/chongo/tech/comp/fnv/, test vectors of the 64-bit FNV-1a.
      for (text, hash) in [
        ("", "cbf29ce484222325"), ("a", "af63dc4c8601ec8c"), ("foobar", "85944171f73967e8"),
      ] {
        try Self.write(text, folder + "/a.xml")
        #expect(
          try RunInput.texts([("a.xml", folder + "/a.xml")])
            == [RunInput(name: "a.xml", content: .text(hash: hash))])
      }
      #expect(throws: DiagnosticsError.self) {
        try RunInput.texts([("b.xml", folder + "/b.xml")])
      }
    }
  }

  @Test("A link to a folder around it is no endless way")
  func circle() throws {
    try StoreSamples.withFolder { folder in
      try Self.write("x", folder + "/a.csv")
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/round", withDestinationPath: folder)
      #expect(try RunInput.files(at: folder).map(\.name) == ["a.csv"])
      #expect(try RunInput.files(at: folder + "/a.csv").map(\.name) == ["a.csv"])
    }
  }
}
