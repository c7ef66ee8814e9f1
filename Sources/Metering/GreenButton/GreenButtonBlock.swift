/// An interval block: a run of readings of one meter reading.
struct GreenButtonBlock {
  /// What its entry is inside of, by position in the feed's list.
  var parent: Int?
  let line: Int
  /// Where its interval begins, where it says so. [s]
  var start: Int64?
  /// How long its interval is. [s]
  var seconds: Int64?
  /// Whether its readings have time periods of their own; nothing while it has none.
  var isTimed: Bool?
  /// Its readings, by position in the file.
  var readings: Range<Int>

  /// Lengths of a local day, with the clock changes.
  private static let dayLengths: ClosedRange<Int64> = 82_800...90_000

  /// Where the block begins, if the file declares it to be a whole day.
  var dayStart: Int64? {
    guard let start, let seconds, Self.dayLengths.contains(seconds) else { return nil }
    return start
  }
}
