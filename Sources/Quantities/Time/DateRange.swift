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

  /// The days of some ranges as few ranges, those that touch or overlap joined, in order of time.
  public static func joined(_ ranges: [DateRange]) -> [DateRange] {
    var result: [DateRange] = []
    for range in ranges.sorted(by: { $0.from < $1.from }) {
      guard let last = result.last, last.to.map({ range.from <= $0.adding(days: 1) }) ?? true
      else {
        result.append(range)
        continue
      }
      let end = last.to.flatMap { end in range.to.map { max(end, $0) } }
      result[result.count - 1] = DateRange(from: last.from, to: end) ?? last
    }
    return result
  }

  /// `2026-01-01 to 2026-01-31`, or `from 2026-01-01`.
  public var description: String { wording.description }

  /// The range in words.
  var wording: Message {
    guard let to else { return "from \(from)" }
    return "\(from) to \(to)"
  }
}
