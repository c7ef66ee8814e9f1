import Foundation
import TestSupport
import Testing

@testable import Screening

@Suite("A run that was stopped goes on where it stood")
struct StoreResumeTests {
  @Test("Stopped at 50 random moments without a last write, each account is there once")
  func dropped() throws {
    try StoreSamples.withFolder { folder in
      let path = folder + "/run.sqlite"
      let rows = StoreSamples.rows(1000, seed: 11)
      var random = SplitMix64(seed: 12)
      var reads = 0
      for start in 0..<50 {
        let store = try ScreenStore(
          path: path, inputs: StoreSamples.inputs, resuming: start > 0)
        let left = rows.filter { store.finished[$0.account] == nil }
        // What is kept is a beginning: whole batches, nothing from behind.
        #expect(left == Array(rows.suffix(left.count)), "start \(start)")
        for row in left.prefix(Int.random(in: 0...60, using: &random)) {
          store.countRead()
          reads += 1
          try store.save(row, place: "")
        }
        if Bool.random(using: &random) { try store.flush() }
        store.leave()
      }
      let store = try ScreenStore(path: path, inputs: StoreSamples.inputs, resuming: true)
      for row in rows where store.finished[row.account] == nil { try store.save(row, place: "") }
      try store.close()
      let last = try ScreenStore(path: path, inputs: StoreSamples.inputs, resuming: true)
      #expect(try last.rows() == rows.sorted { $0.account < $1.account })
      let runs = try StoreSamples.table(
        last, "SELECT count(*), sum(resumed), sum(rows_saved), sum(accounts_read) FROM runs")
      // 50 starts, one that ended and this one; no row was kept twice, so no account of a kept row
      // was read twice.
      #expect(runs[0][0] == "52")
      #expect(runs[0][1] == "51")
      #expect(runs[0][2] == "1000")
      #expect(Int(runs[0][3] ?? "") ?? .max <= reads)
    }
  }

  @Test("Whatever length its journal had when the machine stopped, rows are whole or absent")
  func tornJournal() throws {
    try StoreSamples.withFolder { folder in
      let path = folder + "/run.sqlite"
      let rows = StoreSamples.rows(240, seed: 21)
      let sorted = rows.sorted { $0.account < $1.account }
      let store = try ScreenStore(path: path, inputs: StoreSamples.inputs, resuming: false)
      for (index, row) in rows.enumerated() {
        try store.save(row, place: "")
        if index.isMultiple(of: 9) { try store.flush() }
      }
      try store.flush()
      let main = try Data(contentsOf: URL(fileURLWithPath: path))
      let journal = try Data(contentsOf: URL(fileURLWithPath: path + "-wal"))
      var random = SplitMix64(seed: 22)
      var counts: Set<Int> = []
      for attempt in 0..<30 {
        let torn = folder + "/torn\(attempt).sqlite"
        let length = Int.random(in: 0...journal.count, using: &random)
        try main.write(to: URL(fileURLWithPath: torn))
        try journal.prefix(length).write(to: URL(fileURLWithPath: torn + "-wal"))
        let again = try ScreenStore(path: torn, inputs: StoreSamples.inputs, resuming: true)
        let done = again.finished.count
        counts.insert(done)
        #expect(
          try again.rows() == rows.prefix(done).sorted { $0.account < $1.account },
          "journal of \(length) bytes")
        for row in rows where again.finished[row.account] == nil {
          try again.save(row, place: "")
        }
        #expect(try again.rows() == sorted)
      }
      // The lengths meant different states.
      #expect(counts.count > 5, "\(counts)")
    }
  }

  @Test("A row alone is in the file within a second, without any other behind it")
  func timer() async throws {
    let folder = FileManager.default.temporaryDirectory.path + "/store-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let store = try ScreenStore(
      path: folder + "/run.sqlite", inputs: StoreSamples.inputs, resuming: false)
    try store.save(StoreSamples.rows(1, seed: 31)[0], place: "")
    let count = { try StoreSamples.table(store, "SELECT count(*) FROM accounts")[0][0] }
    for _ in 0..<100 {
      if try count() == "1" { break }
      try await Task.sleep(for: .milliseconds(50))
    }
    #expect(try count() == "1")
  }

  @Test("Going on with a store that is not there begins one")
  func absent() throws {
    try StoreSamples.withFolder { folder in
      let store = try ScreenStore(
        path: folder + "/run.sqlite", inputs: StoreSamples.inputs, resuming: true)
      #expect(store.finished.isEmpty)
      #expect(try StoreSamples.table(store, "SELECT run, resumed FROM runs") == [["1", "0"]])
    }
  }

  @Test("A store whose making was stopped is begun anew", arguments: [0, 1])
  func halfMade(size: Int) throws {
    try StoreSamples.withFolder { folder in
      let path = folder + "/run.sqlite"
      // Nothing yet, or SQLite's first page alone: what a new file is before its tables are made.
      let made = try ScreenStore(path: path, inputs: StoreSamples.inputs, resuming: false)
      let page = try Data(contentsOf: URL(fileURLWithPath: path)).prefix(size * 4096)
      try page.write(to: URL(fileURLWithPath: folder + "/half.sqlite"))
      let store = try ScreenStore(
        path: folder + "/half.sqlite", inputs: StoreSamples.inputs, resuming: false)
      #expect(store.finished.isEmpty)
      withExtendedLifetime(made) {}
    }
  }
}
