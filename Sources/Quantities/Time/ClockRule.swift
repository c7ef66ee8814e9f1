/// When clocks are changed within any year: `the second Sunday of March at 2:00`.
public struct ClockRule: Sendable, Hashable {
  /// How the day is found.
  public enum Day: Sendable, Hashable {
    /// A day of the month.
    case date(Int)
    /// The first such weekday on or after a day of the month.
    case weekdayOnOrAfter(Weekday, day: Int)
    /// The nth such weekday of the month, from 1; the last where the month has no fifth.
    case nth(Weekday, Int)
    /// The last such weekday of the month.
    case last(Weekday)
    /// A day of the year from 1, 29 February never counted.
    case ordinal(Int)
    /// A day of the year from 0, 29 February counted.
    case zeroBasedOrdinal(Int)
  }

  /// The month, 1 to 12.
  public let month: Int
  /// The day.
  public let day: Day
  /// Seconds since midnight on the clock in use until then; may be negative or past 24 hours.
  public let second: Int

  /// Makes a rule.
  public init(month: Int, day: Day, second: Int) {
    self.month = month
    self.day = day
    self.second = second
  }

  /// The wall time of the change in a year, on the clock in use until then.
  ///
  /// - Returns: Nothing where the month has no such day.
  public func wallTime(in year: Int) -> Int64? {
    guard let date = date(in: year) else { return nil }
    return Int64(date.dayNumber) * 86_400 + Int64(second)
  }

  private func date(in year: Int) -> CalendarDate? {
    switch day {
    case .date(let number): return CalendarDate(year: year, month: month, day: number)
    case .weekdayOnOrAfter(let weekday, let number):
      return CalendarDate(year: year, month: month, day: number).map {
        Self.next(weekday, from: $0)
      }
    case .nth(let weekday, let count):
      guard let first = CalendarDate(year: year, month: month, day: 1) else { return nil }
      var date = Self.next(weekday, from: first).adding(days: (count - 1) * 7)
      if date.month != first.month { date = date.adding(days: -7) }
      return date
    case .last(let weekday):
      guard let first = CalendarDate(year: year, month: month, day: 1) else { return nil }
      return Self.next(weekday, from: first.adding(days: first.month.dayCount - 7))
    case .ordinal(let number):
      guard let first = CalendarDate(year: year, month: 1, day: 1) else { return nil }
      let isLeap = CalendarDate(year: year, month: 2, day: 29) != nil
      return first.adding(days: number - 1 + (isLeap && number >= 60 ? 1 : 0))
    case .zeroBasedOrdinal(let number):
      return CalendarDate(year: year, month: 1, day: 1)?.adding(days: number)
    }
  }

  private static func next(_ weekday: Weekday, from date: CalendarDate) -> CalendarDate {
    var date = date
    while date.weekday != weekday { date = date.adding(days: 1) }
    return date
  }
}
