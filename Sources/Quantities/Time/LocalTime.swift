/// A moment on a wall clock: a date and seconds since its midnight, in the tariff's time zone.
public struct LocalTime: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The day.
  public let date: CalendarDate
  /// Seconds since midnight, 0 to 86,399.
  public let second: Int

  /// Makes a moment; seconds past midnight move it to the following days.
  public init(date: CalendarDate, second: Int) {
    let days = second >= 0 ? second / 86_400 : (second - 86_399) / 86_400
    self.date = date.adding(days: days)
    self.second = second - days * 86_400
  }

  /// What wall clocks of a zone show at an instant.
  ///
  /// - Parameters:
  ///   - instant: Seconds since 1970-01-01T00:00Z.
  ///   - zone: Whose clocks they are.
  public init(instant: Int64, in zone: CivilZone) {
    let wall = zone.wallTime(at: instant)
    let day = wall >= 0 ? wall / 86_400 : (wall - 86_399) / 86_400
    self.init(date: CalendarDate(dayNumber: Int(day)), second: Int(wall - day * 86_400))
  }

  /// `2013-01-15T19:30`.
  public var description: String { text(joint: "T") }

  /// The date and the time of day, seconds only where there are some, joined by a sign of ASCII.
  package func text(joint: Unicode.Scalar) -> String {
    ColumnText.text { text in
      text.date(date)
      text.mark(joint)
      text.clock(second / 60)
      guard second % 60 > 0 else { return }
      text.mark(":")
      text.number(second % 60, width: 2)
    }
  }

  /// Compares by order in time.
  public static func < (left: LocalTime, right: LocalTime) -> Bool {
    left.date != right.date ? left.date < right.date : left.second < right.second
  }
}
