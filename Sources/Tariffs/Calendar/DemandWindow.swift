import Quantities

/// The hours in which a demand charge looks for its maximum.
public struct DemandWindow: Sendable, Hashable {
  /// The name, also of the demand charge that uses it.
  public let name: String
  /// The calendar the hours are named in.
  public private(set) var calendar: DayCalendar
  /// Positions of the periods of the calendar that count.
  public let periods: Set<Int>

  /// Makes a window.
  public init(name: String, calendar: DayCalendar, periods: Set<Int>) {
    self.name = name
    self.calendar = calendar
    self.periods = periods
  }

  /// The same window, the hot days of its calendar found by temperatures.
  func knowing(_ weather: Weather) -> DemandWindow {
    var window = self
    window.calendar = calendar.knowing(weather)
    return window
  }
}
