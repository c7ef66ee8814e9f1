/// When one reading was taken, as its row says.
struct RowStamp: Sendable {
  /// Seconds since 1970-01-01T00:00 on the clock of the stamp.
  var wall: Int64
  /// The end of the interval on the same clock, where the row gives it.
  var end: Int64?
  /// How far that clock is ahead of UTC, where the stamp says so. [s]
  var offset: Int?
  /// Whether the row says that it is of the second run of a repeated hour.
  var isSecondRun = false
  /// Whether it is written as 24:00.
  var isEndOfDay = false
  /// How the reading came about, where the row says so.
  var quality = ReadingQuality.actual
  /// The line of the row.
  var line: Int
  /// The stamp in the text.
  var range: Range<Int>
}
