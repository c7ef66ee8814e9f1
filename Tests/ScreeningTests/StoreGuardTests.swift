import Documents
import Foundation
import GRDB
import Quantities
import TestSupport
import Testing

@testable import Screening

@Suite("A store refuses what would spoil it")
struct StoreGuardTests {
  private static func code(_ diagnostics: [Diagnostic]) -> [String] { diagnostics.map(\.code) }

  @Test("A store that is there is not begun again without --resume, and keeps its rows")
  func exists() throws {
    try StoreSamples.withFolder { folder in
      let path = folder + "/run.sqlite"
      let rows = StoreSamples.rows(10, seed: 1)
      try {
        let store = try ScreenStore(path: path, inputs: StoreSamples.inputs, resuming: false)
        for row in rows { try store.save(row, place: "") }
        try store.close()
      }()
      let faults = StoreSamples.faults(path, resuming: false)
      #expect(Self.code(faults) == ["store-exists"])
      #expect(faults.first?.hint?.contains("--resume") == true)
      let store = try ScreenStore(path: path, inputs: StoreSamples.inputs, resuming: true)
      #expect(try store.rows() == rows.sorted { $0.account < $1.account })
    }
  }

  @Test("A file of another program is refused and left as it is", arguments: [true, false])
  func foreign(resuming: Bool) throws {
    try StoreSamples.withFolder { folder in
      let other = folder + "/other.sqlite"
      try {
        let database = try DatabaseQueue(path: other)
        try database.write { try $0.execute(sql: "CREATE TABLE songs (title TEXT)") }
      }()
      let text = folder + "/notes.txt"
      try String(repeating: "no database at all\n", count: 100)
        .write(toFile: text, atomically: true, encoding: .utf8)
      for path in [other, text] {
        let before = try Data(contentsOf: URL(fileURLWithPath: path))
        let faults = StoreSamples.faults(path, resuming: resuming)
        #expect(Self.code(faults) == ["store-foreign"], "\(path)")
        #expect(faults.first?.hint != nil)
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before, "\(path)")
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 2)
    }
  }

  @Test("A store of a newer version is refused")
  func newer() throws {
    try StoreSamples.withFolder { folder in
      let path = folder + "/run.sqlite"
      try {
        let store = try ScreenStore(path: path, inputs: StoreSamples.inputs, resuming: false)
        try store.write { try $0.execute(sql: "PRAGMA user_version = 2") }
      }()
      #expect(Self.code(StoreSamples.faults(path, resuming: true)) == ["store-newer"])
    }
  }

  @Test("A second process is refused while the first writes, and not afterwards")
  func second() throws {
    try StoreSamples.withFolder { folder in
      let path = folder + "/run.sqlite"
      let store = try ScreenStore(
        path: path, inputs: StoreSamples.inputs, resuming: false)
      for resuming in [true, false] {
        let faults = StoreSamples.faults(path, resuming: resuming)
        #expect(Self.code(faults) == ["store-in-use"])
        #expect(faults.first?.message == "another process is writing to it")
      }
      try store.save(StoreSamples.rows(1, seed: 2)[0], place: "")
      try store.close()
      #expect(StoreSamples.faults(path, resuming: true).isEmpty)
    }
  }

  @Test("Bytes overwritten at 40 random places never end the program or pass for a whole row")
  func damaged() throws {
    try StoreSamples.withFolder { folder in
      let path = folder + "/run.sqlite"
      let rows = StoreSamples.rows(300, seed: 3)
      try {
        let store = try ScreenStore(path: path, inputs: StoreSamples.inputs, resuming: false)
        for row in rows { try store.save(row, place: "") }
        try store.close()
      }()
      let whole = try Data(contentsOf: URL(fileURLWithPath: path))
      var random = SplitMix64(seed: 4)
      var refused = 0
      for attempt in 0..<40 {
        var bytes = whole
        // Whole pages of noise behind the first, or a file cut off.
        let page = Int.random(in: 1..<bytes.count / 4096, using: &random)
        if Bool.random(using: &random) {
          bytes = bytes.prefix(page * 4096)
        } else {
          for index in page * 4096..<page * 4096 + 64 {
            bytes[index] = UInt8.random(in: 0...255, using: &random)
          }
        }
        let broken = folder + "/broken\(attempt).sqlite"
        try bytes.write(to: URL(fileURLWithPath: broken))
        let faults = StoreSamples.faults(broken, resuming: true)
        refused += faults.isEmpty ? 0 : 1
        #expect(Set(Self.code(faults)).isSubset(of: ["store-corrupt"]), "attempt \(attempt)")
      }
      #expect(refused >= 38, "\(refused)")
    }
  }

  @Test("A value somebody has changed into nonsense is a damaged store, not a crash")
  func nonsense() throws {
    for change in [
      "total = 'much'", "months = 'twelve'", "energy_kwh = x'00ff'", "saving = '1.2.3'",
      "voltage = 'high'", "currency = NULL",
    ] {
      try StoreSamples.withFolder { folder in
        let store = try ScreenStore(
          path: folder + "/run.sqlite", inputs: StoreSamples.inputs, resuming: false)
        try store.save(StoreSamples.billed("A", total: "1", saving: "1"), place: "")
        try store.flush()
        try store.write { try $0.execute(sql: "UPDATE accounts SET \(change)") }
        do throws(DiagnosticsError) {
          _ = try store.rows()
          Issue.record("\(change) was read")
        } catch {
          #expect(Self.code(error.diagnostics) == ["store-corrupt"], "\(change)")
        }
      }
    }
  }

  @Test("Where no file can be made, the reason is told, and nothing is left behind")
  func unwritable() throws {
    try StoreSamples.withFolder { folder in
      for (path, reason) in [
        (folder + "/none/run.sqlite", "the folder does not exist"), (folder, "it is a folder"),
      ] {
        let faults = StoreSamples.faults(path, resuming: true)
        #expect(Self.code(faults) == ["store-unwritable"])
        #expect(faults.first?.message == "it cannot be written: \(reason)")
      }
      let left = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(left.isEmpty)
    }
    for (result, code) in [
      (ResultCode.SQLITE_READONLY, "store-unwritable"), (.SQLITE_CANTOPEN, "store-unwritable"),
      (.SQLITE_BUSY, "store-in-use"), (.SQLITE_IOERR_WRITE, "store-unreadable"),
      (.SQLITE_NOMEM, "store-unreadable"),
    ] {
      let error = StoreFault.error(DatabaseError(resultCode: result), "run.sqlite")
      #expect(Self.code(error.diagnostics) == [code])
      #expect(error.diagnostics.first?.message.contains("SQLITE_") == false)
    }
  }

  @Test("On a full disk the run is told so, and what was kept before is whole")
  func full() throws {
    try StoreSamples.withFolder { folder in
      let path = folder + "/run.sqlite"
      let rows = StoreSamples.rows(400, seed: 6)
      try {
        let store = try ScreenStore(path: path, inputs: StoreSamples.inputs, resuming: false)
        // The timer may hold the store for a moment longer.
        defer { store.leave() }
        try store.database.inDatabase { database in
          let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
          try database.execute(sql: "PRAGMA max_page_count = \(pages + 12)")
        }
        do throws(DiagnosticsError) {
          for row in rows { try store.save(row, place: "") }
          try store.flush()
          Issue.record("all fitted")
        } catch {
          #expect(Self.code(error.diagnostics) == ["store-full"])
          #expect(error.diagnostics.first?.message == "the disk is full")
          #expect(error.diagnostics.first?.hint?.contains("--resume") == true)
        }
      }()
      let store = try ScreenStore(path: path, inputs: StoreSamples.inputs, resuming: true)
      let done = store.finished.count
      #expect(done > 0 && done < 400)
      for row in rows where store.finished[row.account] == nil { try store.save(row, place: "") }
      #expect(try store.rows() == rows.sorted { $0.account < $1.account })
    }
  }
}
