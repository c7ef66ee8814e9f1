/// The columns of a long file: one row per account and interval.
struct LongColumns: Sendable {
  /// One measured column.
  struct Value: Sendable {
    let column: Int
    /// The unit of the heading, or the one given from outside.
    let quantity: LoadQuantity
  }

  let stampColumn: Int
  /// The column of the time of day, where it stands apart from the date.
  let timeColumn: Int?
  /// The column of the ends of intervals, where it stands beside that of their starts.
  let endColumn: Int?
  /// The column of hour numbers beside a date.
  let hourColumn: Int?
  /// The column that says how a reading came about.
  let qualityColumn: Int?
  /// The end of the interval that the heading of the stamps declares.
  let side: StampSide?
  let values: [Value]
  /// Columns of dial readings, whose differences are the values.
  let dials: [Value]
}
