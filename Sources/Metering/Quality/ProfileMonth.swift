import Quantities
import Use

/// The intervals of a profile that a billing month has.
struct ProfileMonth {
  let month: Month
  /// Its days, in the profile or not.
  let period: DateSpan
  /// The days of it that the profile has.
  let days: DateSpan
  /// The positions of their intervals.
  let range: Range<Int>

  /// The billing months a profile touches, in order.
  static func all(of profile: LoadProfile, readingDay: Int?) -> [ProfileMonth] {
    guard let held = DateSpan(start: profile.firstDay, end: profile.endDay),
      let first = profile.months.first, let last = profile.months.last
    else { return [] }
    var account = Account(id: "", tariff: "")
    account.readingDay = readingDay
    // From reading day to reading day, a period belongs to the month it ends in.
    return (first.ordinal...last.ordinal + 1).compactMap { ordinal in
      let month = Month(ordinal: ordinal)
      let period = account.billingPeriod(of: month)
      guard let days = period.intersection(held), let begin = profile.range(of: days.start),
        let end = profile.range(of: days.lastDay)
      else { return nil }
      return ProfileMonth(
        month: month, period: period, days: days, range: begin.lowerBound..<end.upperBound)
    }
  }
}
