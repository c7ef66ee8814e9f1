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
  /// The end of the interval that the heading of the stamps declares.
  let side: StampSide?
  let values: [Value]
}
