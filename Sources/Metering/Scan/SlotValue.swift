/// What stands for an interval without a value while a file is read.
///
/// A row that says nothing and a row that is not there are both ``LoadProfile/missing`` in the end,
/// but a second row for an empty one is still a doubled row.
enum SlotValue {
  /// No row was read for the interval.
  static let unseen = Int64.min
  /// A row was read, and its cell says that there is no value.
  static let empty = Int64.min + 1

  /// Whether there is no value.
  @inline(__always)
  static func isMissing(_ value: Int64) -> Bool { value <= empty }
}
