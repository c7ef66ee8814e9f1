/// A time of day to the minute, 00:00 to 24:00.
public struct ClockTime: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Minutes since midnight, 0 to 1440.
  public let minutes: Int

  /// Makes a time from minutes since midnight.
  ///
  /// - Returns: Nothing outside 0 to 1440.
  public init?(minutes: Int) {
    guard (0...1440).contains(minutes) else { return nil }
    self.minutes = minutes
  }

  /// Reads `08:00` or `24:00`.
  ///
  /// - Returns: Nothing for any other form.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 5, bytes[2] == UInt8(ascii: ":"),
      let hour = CalendarDate.number(bytes[0..<2]), let minute = CalendarDate.number(bytes[3..<5]),
      minute < 60, hour < 24 || (hour == 24 && minute == 0)
    else { return nil }
    minutes = hour * 60 + minute
  }

  /// Midnight at the start of the day.
  public static let midnight = ClockTime(unchecked: 0)
  /// Midnight at the end of the day, 24:00.
  public static let endOfDay = ClockTime(unchecked: 1440)

  private init(unchecked minutes: Int) { self.minutes = minutes }

  /// `08:00`.
  public var description: String { ColumnText.text { $0.clock(minutes) } }

  /// Compares by order in the day.
  public static func < (left: ClockTime, right: ClockTime) -> Bool {
    left.minutes < right.minutes
  }
}
