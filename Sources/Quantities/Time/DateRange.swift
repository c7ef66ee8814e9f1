/// The days a rule or a price is in force: from a day up to and including another, or open-ended.
public struct DateRange: Sendable, Hashable, CustomStringConvertible {
  /// The first day.
  public let from: CalendarDate
  /// The last day, or nothing while no end is known.
  public let to: CalendarDate?

  /// Makes a range.
  ///
  /// - Returns: Nothing when it would end before it begins.
  public init?(from: CalendarDate, to: CalendarDate?) {
    if let to, to < from { return nil }
    self.from = from
    self.to = to
  }

  /// Whether a day lies in the range.
  public func contains(_ date: CalendarDate) -> Bool {
    guard date >= from else { return false }
    guard let to else { return true }
    return date <= to
  }

  /// Whether two ranges share a day.
  public func overlaps(_ other: DateRange) -> Bool {
    let startsBeforeOtherEnds = other.to.map { from <= $0 } ?? true
    let otherStartsBeforeEnd = to.map { other.from <= $0 } ?? true
    return startsBeforeOtherEnds && otherStartsBeforeEnd
  }

  /// `2026-01-01 to 2026-01-31`, or `from 2026-01-01`.
  public var description: String {
    guard let to else { return "from \(from)" }
    return "\(from) to \(to)"
  }
}
