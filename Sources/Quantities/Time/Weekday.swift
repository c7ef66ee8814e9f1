/// A day of the week, Monday first as in ISO 8601.
public enum Weekday: String, Sendable, Hashable, CaseIterable {
  /// The seven days.
  case monday, tuesday, wednesday, thursday, friday, saturday, sunday

  /// Whether the day is Saturday or Sunday.
  public var isWeekend: Bool { self == .saturday || self == .sunday }
}
