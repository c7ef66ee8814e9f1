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

  /// More runs than this are not remembered where they are shorter than days: an export by days has
  /// one a day for each account, one that is scattered within days many times as many.
  private static let mostRuns = 4_000_000

  /// Why rows of some tables are too scattered for their places to be remembered, where they are.
  ///
  /// - Parameters:
  ///   - entries: The accounts with their rows.
  ///   - most: How many runs may be shorter than a day.
  /// - Returns: What is wrong with the first such table, and how it is sorted.
  package func scattered(_ entries: [Entry], most: Int = mostRuns) -> Diagnostic? {
    var counts = [Int](repeating: 0, count: tables.count)
    for run in entries.lazy.flatMap(\.runs) where isShort(run) { counts[run.file] += 1 }
    guard let file = counts.firstIndex(where: { $0 > most }) else { return nil }
    let (name, layout) = (tables[file].name, tables[file].plan.layout)
    let column = (layout.accountColumn ?? 0) + 1
    let separator = Character(UnicodeScalar(layout.separator))
    return Diagnostic(
      file: name, code: "load-rows",
      message: "the rows of accounts are scattered within days: \(counts[file]) stretches of them",
      hint: """
        sort the file by account, which keeps the order of each one's rows: (head -n 1 \(name); \
        tail -n +2 \(name) | sort -s -t '\(separator)' -k \(column),\(column)) > sorted.csv
        """)
  }

  /// Whether a run is shorter than half a day of rows, the shortest of which has some ten bytes.
  private func isShort(_ run: LoadRun) -> Bool {
    let plan = tables[run.file].plan
    guard case .long = plan.layout.shape else { return false }
    return run.rows.count < 86_400 / plan.intervalSeconds / 2 * 10
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
