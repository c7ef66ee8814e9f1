import Quantities

/// The days on which a batch is run.
public enum BatchDays: String, Sendable, Hashable, CaseIterable {
  /// Every day of the week.
  case everyDay
  /// Monday to Friday.
  case weekdays

  /// Whether a batch is run on a day of the week.
  func contains(_ weekday: Weekday) -> Bool { self == .everyDay || !weekday.isWeekend }
}
