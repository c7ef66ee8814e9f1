import Documents
import Quantities

/// A row of `events.csv`.
struct EventEntry {
  let date: CalendarDate
  let kind: EventKind
  let row: TableRow
}
