import Documents
import GRDB

extension ScreenStore {
  /// A store that can be written to.
  struct Opened {
    let database: DatabaseQueue
    let start: Int64
    let finished: [String: String]
  }

  static func open(
    _ path: String, inputs: [RunInput], resuming: Bool
  ) throws(DiagnosticsError) -> Opened {
    do {
      var configuration = Configuration()
      configuration.label = "tariffwise.store"
      // Another program may look at the file, and holds it for a moment.
      configuration.busyMode = .timeout(5)
      let database = try DatabaseQueue(path: path, configuration: configuration)
      // Nothing is written before the file is known to be ours.
      let isBlank = try database.inDatabase { try Self.isBlank($0, path) }
      if !isBlank, !resuming { throw StoreFault.exists(path) }
      try database.writeWithoutTransaction { database in
        try database.execute(sql: "PRAGMA journal_mode = WAL")
        try database.execute(sql: "PRAGMA synchronous = NORMAL")
      }
      return try database.write { connection in
        if isBlank {
          try StoreSchema.create(connection)
          try save(inputs, into: connection)
        } else {
          try check(connection, path)
          try compare(inputs, in: connection, path)
        }
        try connection.execute(
          sql: "INSERT INTO runs (started_at, resumed) VALUES (?, ?)",
          arguments: [UTCStamp.now(), !isBlank])
        return Opened(
          database: database, start: connection.lastInsertedRowID,
          finished: try finished(in: connection))
      }
    } catch {
      throw StoreFault.error(error, path)
    }
  }

  /// Whether a file holds nothing yet; refuses what is no store.
  private static func isBlank(_ database: Database, _ path: String) throws -> Bool {
    let owner = try Int64.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    let objects = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
    if owner == 0, version == 0, objects == 0 { return true }
    guard owner == StoreSchema.owner else { throw StoreFault.foreign(path) }
    guard version <= StoreSchema.version else { throw StoreFault.newer(path) }
    return false
  }

  /// Refuses a damaged file before anything is built on it.
  private static func check(_ database: Database, _ path: String) throws {
    let answer = try String.fetchOne(database, sql: "PRAGMA quick_check(1)")
    guard answer == "ok" else { throw StoreFault.corrupt(path) }
  }

  private static func finished(in database: Database) throws -> [String: String] {
    var finished: [String: String] = [:]
    let rows = try Row.fetchCursor(database, sql: "SELECT account, place FROM accounts")
    while let row = try rows.next() {
      guard let account = row.text(0), let place = row.text(1) else { continue }
      finished[account] = place
    }
    return finished
  }
}

extension Row {
  /// The text in a column; nothing where there is none.
  func text(_ index: Int) -> String? {
    guard index < count else { return nil }
    return String.fromDatabaseValue(self[index] as DatabaseValue)
  }

  /// The whole number in a column; nothing where there is none.
  func number(_ index: Int) -> Int? {
    guard index < count else { return nil }
    return Int.fromDatabaseValue(self[index] as DatabaseValue)
  }
}
