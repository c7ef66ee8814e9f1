/// The parts of a stamp in the order in which they are written, before anyone knows which is the
/// day and which the month.
struct WrittenStamp: Hashable {
  var first = 0
  var second = 0
  var third = 0
  /// Seconds since midnight, 0 to 86,400.
  var seconds = 0
  /// How far the clock is ahead of UTC, where the stamp says so. [s]
  var offset: Int?
}
