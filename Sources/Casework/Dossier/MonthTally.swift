import Documents
import Quantities
import Use

/// The rows of readings of one account's month.
struct MonthTally {
  /// A row.
  struct Part {
    /// The meter it is of.
    let place: MeterPlace
    /// The days it is for, where they are fewer than the month's.
    let span: DateSpan?
    /// What it counted.
    let reading: MonthlyReading
    /// The table it stands in.
    let rows: ReadingRows
    /// Where it stands there.
    let index: Int

    /// Where it stands.
    var row: TableRow { rows[index] }
  }

  let month: Month
  /// The rows, in the order of the table.
  var parts: [Part] = []

  init(month: Month) { self.month = month }
}
