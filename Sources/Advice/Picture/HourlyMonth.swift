import Quantities
import Use

/// What was drawn in each hour of the clock over a calendar month.
public struct HourlyMonth: Sendable, Hashable {
  /// The month.
  public let month: Month
  /// The mean power of each of the 24 hours; nothing where none was metered. [kW]
  public let powers: [Power?]

  init(_ month: Month, of profile: LoadProfile) {
    self.month = month
    powers = HourlyMean(profile, Array(DateSpan(month).days)).powers
  }
}
