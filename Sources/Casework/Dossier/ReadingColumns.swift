import Quantities

/// The columns of a table of readings that are found by what they are called.
struct ReadingColumns {
  /// A column of demand within one of the tariff's windows.
  struct Window {
    let column: Int
    let heading: String
    let name: String
  }

  /// Columns that count a period.
  var periods: [(column: Int, period: PeriodName)] = []
  /// Columns of demand by window.
  var windows: [Window] = []
  /// Pairs of columns that hold what a dial showed.
  var dials: [DialColumns] = []
}
