/// What an account used, as far as its meters tell.
public enum MeteredUse: Sendable, Hashable {
  /// Interval data.
  case intervals(LoadProfile)
  /// Monthly register readings.
  case readings([MonthlyReading])
}
