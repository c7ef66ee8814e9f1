import Documents
import GRDB

extension ScreenStore {
  /// So many changes are told by name.
  private static let mostChanges = 10

  static func save(_ inputs: [RunInput], into database: Database) throws {
    let statement = try database.makeStatement(
      sql: """
        INSERT OR REPLACE INTO inputs (kind, name, size, modified, hash, value)
        VALUES (?, ?, ?, ?, ?, ?)
        """)
    for input in inputs {
      switch input.content {
      case .file(let size, let modified, let ends):
        try statement.execute(arguments: ["file", input.name, size, modified, ends, nil])
      case .text(let hash):
        try statement.execute(arguments: ["text", input.name, nil, nil, hash, nil])
      case .value(let value):
        try statement.execute(arguments: ["value", input.name, nil, nil, nil, value])
      }
    }
  }

  /// Refuses to go on with inputs that are not those the run began with.
  static func compare(_ inputs: [RunInput], in database: Database, _ path: String) throws {
    let rows = try Row.fetchAll(
      database, sql: "SELECT kind, name, size, modified, hash, value FROM inputs")
    let old = try rows.map { row -> RunInput in
      guard let name = row.text(1), let content = content(of: row) else {
        throw StoreFault.corrupt(path)
      }
      return RunInput(name: name, content: content)
    }
    let changes = RunInput.changes(from: old, to: inputs)
    guard changes.isEmpty else {
      let rest = changes.count - mostChanges
      throw StoreFault.changed(
        path,
        changes.prefix(mostChanges) + (rest > 0 ? ["\(rest) further inputs have changed"] : []))
    }
  }

  private static func content(of row: Row) -> RunInput.Content? {
    switch row.text(0) {
    case "file":
      guard let size = row.number(2), let modified = row.text(3), let ends = row.text(4) else {
        return nil
      }
      return .file(size: size, modified: modified, ends: ends)
    case "text": return row.text(4).map { .text(hash: $0) }
    case "value": return row.text(5).map { .value($0) }
    default: return nil
    }
  }
}
