/// Counts the intervals in a number of minutes without dividing, which would be the slowest step of
/// a row.
struct MinuteGrid: Sendable {
  private let length: Int
  /// 2³² ÷ length, rounded up: exact for the minutes of a day.
  private let reciprocal: Int

  /// - Parameter intervalSeconds: A whole number of minutes. [s]
  init(intervalSeconds: Int) {
    length = intervalSeconds / 60
    reciprocal = (1 << 32) / length + 1
  }

  /// How many intervals make up some minutes of a day; nothing where they do not come out even.
  @inline(__always)
  func intervals(inMinutes minutes: Int) -> Int? {
    let count = (minutes &* reciprocal) >> 32
    return count &* length == minutes ? count : nil
  }
}
