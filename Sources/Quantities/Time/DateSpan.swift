/// Days from a first one up to, and not including, another.
public struct DateSpan: Sendable, Hashable, CustomStringConvertible {
  /// The first day.
  public let start: CalendarDate
  /// The day after the last.
  public let end: CalendarDate

  /// Makes a span.
  ///
  /// Nothing when it would hold no day.
  public init?(start: CalendarDate, end: CalendarDate) {
    guard start < end else { return nil }
    self.start = start
    self.end = end
  }

  /// The days of a calendar month.
  public init(_ month: Month) {
    start = month.firstDay
    end = month.endDay
  }

  /// How many days it holds.
  public var dayCount: Int { end.dayNumber - start.dayNumber }

  /// The last day.
  public var lastDay: CalendarDate { end.adding(days: -1) }

  /// The days, in order.
  public var days: some RandomAccessCollection<CalendarDate> {
    (start.dayNumber..<end.dayNumber).lazy.map(CalendarDate.init(dayNumber:))
  }

  /// Whether a day is in the span.
  public func contains(_ date: CalendarDate) -> Bool { start <= date && date < end }

  /// The days two spans share; nothing where there is none.
  public func intersection(_ other: DateSpan) -> DateSpan? {
    DateSpan(start: max(start, other.start), end: min(end, other.end))
  }

  /// The span cut at some days; days outside it cut nothing.
  public func cut(at dates: some Sequence<CalendarDate>) -> [DateSpan] {
    let all = dates.filter { start < $0 && $0 < end }
    guard !all.isEmpty else { return [self] }
    let inside = Set(all).sorted()
    return zip([start] + inside, inside + [end]).compactMap { DateSpan(start: $0, end: $1) }
  }

  /// `2026-01-16 to 2026-01-31`.
  public var description: String { wording.description }

  /// The span in words.
  var wording: Message { "\(start) to \(lastDay)" }
}
