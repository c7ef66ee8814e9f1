import Use

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

  /// Makes intervals with an empty row plainly missing.
  static func forgetEmpty(_ values: inout [Int64]) {
    for index in values.indices where values[index] == empty {
      values[index] = LoadProfile.missing
    }
  }

  /// The same for a channel that may not be metered.
  static func forgetEmpty(_ values: inout [Int64]?) {
    // Taken out first, so that the array is not copied to be altered.
    guard var taken = values else { return }
    values = nil
    forgetEmpty(&taken)
    values = taken
  }
}
