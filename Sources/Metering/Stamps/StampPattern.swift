import Quantities

/// How a file writes its stamps; one pattern must parse every row.
///
/// Whether a one-digit hour has a leading zero is not part of it: `9:45` and `10:00` follow one
/// pattern, and so do `09:45` and `9:45`, which mean the same under any.
struct StampPattern: Sendable, Hashable {
  /// How date and time of day are joined.
  enum Clock: Sendable, Hashable {
    /// There is no time of day.
    case none
    /// `2026-01-31 00:15`.
    case blank
    /// `2026-01-31T00:15`.
    case letter
  }

  /// What stands between the parts of the date; 0 where they are eight digits without separator.
  let separator: UInt8
  /// Whether the year comes first in four digits, which leaves no doubt about the order.
  let hasLeadingYear: Bool
  /// Whether a trailing year, if it is one, has four digits.
  let hasLongYear: Bool
  let clock: Clock
  let hasSeconds: Bool
  /// Whether the offset from UTC follows: `Z`, `+08:00`, `-0600`.
  var hasOffset = false

  /// The pattern in words, for messages.
  func words(order: DateOrder?) -> String {
    let mark = separator == 0 ? "" : String(UnicodeScalar(separator))
    let year = hasLongYear ? "YYYY" : "YY"
    let parts: [String]
    switch hasLeadingYear ? .yearFirst : order {
    case .yearFirst: parts = [year, "MM", "DD"]
    case .dayFirst: parts = ["DD", "MM", year]
    case .monthFirst: parts = ["MM", "DD", year]
    case nil: parts = ["NN", "NN", year]
    }
    let offset = hasOffset ? "+hh:mm (or Z)" : ""
    let time = (hasSeconds ? "hh:mm:ss" : "hh:mm") + offset
    let date = parts.joined(separator: mark)
    switch clock {
    case .none: return date
    case .blank: return "\(date) \(time)"
    case .letter: return "\(date)T\(time)"
    }
  }

  /// The day of a written stamp.
  func date(_ stamp: WrittenStamp, order: DateOrder) throws(StampProblem) -> CalendarDate {
    var (year, month, day) = (stamp.first, stamp.second, stamp.third)
    switch hasLeadingYear ? .yearFirst : order {
    case .yearFirst: break
    case .dayFirst: (year, month, day) = (stamp.third, stamp.second, stamp.first)
    case .monthFirst: (year, month, day) = (stamp.third, stamp.first, stamp.second)
    }
    if !hasLongYear { year += 2000 }
    guard (1990...2099).contains(year) else { throw .strangeYear }
    guard let date = CalendarDate(year: year, month: month, day: day) else { throw .impossible }
    return date
  }
}
