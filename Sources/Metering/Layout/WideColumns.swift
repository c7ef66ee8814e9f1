/// The columns of a wide file: one row per account, day and quantity.
struct WideColumns: Sendable {
  let dateColumn: Int
  let quantityColumn: Int?
  /// The column of the first interval; the others follow it without a gap.
  let firstColumn: Int
  /// Intervals in a day.
  let slotCount: Int
  let marks: SlotMarks
}
