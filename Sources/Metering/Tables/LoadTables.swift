import Documents
import Use

/// The load files of many accounts, read account by account.
///
/// What an account comes to is what ``LoadReader`` makes of the same files: rows that leave nothing
/// to say are read straight into a profile, all others by the reader's own store.
package struct LoadTables: Sendable {
  package let tables: [LoadTable]

  /// Makes tables of files that ``LoadTable/open(_:)`` takes.
  package init(_ tables: [LoadTable]) { self.tables = tables }

  /// An account with the places of its rows.
  package struct Entry: Sendable, Hashable {
    /// The account, as the files name it.
    package let account: String
    /// Its rows, in the order of the files.
    package var runs: [LoadRun]
  }

  /// Rows of another account stood among those of one: the table is to be searched row by row.
  package struct Interleaved: Error {
    /// The table.
    package let file: Int
  }

  /// The accounts in the order of their first rows.
  ///
  /// - Parameter searches: How each table's rows are searched.
  /// - Returns: Each account with all its runs.
  package func entries(_ searches: [LoadTable.Search]) -> [Entry] {
    var entries: [Entry] = []
    var places: [String: Int] = [:]
    for (file, (table, search)) in zip(tables, searches).enumerated() {
      for (account, rows) in table.runs(search) {
        let run = LoadRun(file: file, rows: rows)
        if let place = places[account] {
          entries[place].runs.append(run)
        } else {
          places[account] = entries.count
          entries.append(Entry(account: account, runs: [run]))
        }
      }
    }
    return entries
  }
}
