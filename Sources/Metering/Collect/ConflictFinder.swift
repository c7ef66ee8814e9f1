import Documents
import Quantities

/// Finds the rows of intervals that have two different values: a second pass, made only then.
struct ConflictFinder {
  /// A row for one of the intervals.
  struct Row {
    let place: LoadPlace
    /// The cells of the values, as written.
    let text: String
  }

  let account: String
  let conflicts: Set<AccountDays.Conflict>

  /// The first and the first different row of each interval, by file and line.
  func find(in files: [LoadStore.ReadFile]) -> [AccountDays.Conflict: [Row]] {
    var rows: [AccountDays.Conflict: [Row]] = [:]
    for file in files {
      var finder = PlaceFinder(file.text)
      var passed = 0
      // A scan that was without fault before is so again; what it read until then is shown.
      var record = ScanRecord()
      do throws(DiagnosticsError) {
        try RowTracer.run(
          file.text, file.plan, rows: file.rows, record: &record, account: account
        ) {
          (range, day, slots, cell) in
          passed += 1
          for slot in slots {
            let conflict = AccountDays.Conflict(day: day, slot: slot)
            guard conflicts.contains(conflict), (rows[conflict]?.count ?? 0) < 2 else { continue }
            let (cellRange, text) = cell(slot)
            if rows[conflict]?.first?.text == text { continue }
            rows[conflict, default: []].append(
              Row(place: finder.place(cellRange ?? range), text: text))
          }
        }
      } catch {
        continue
      }
    }
    return rows
  }
}
