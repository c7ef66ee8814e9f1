import Quantities

/// A day on which clocks were put forward or back, so that it has fewer or more intervals.
public struct ClockChange: Sendable, Hashable {
  /// The day.
  public let date: CalendarDate
  /// How many intervals of the day lie before the change.
  public let interval: Int
  /// How many intervals the day has beyond the usual number; negative where clocks were put forward.
  public let extraIntervals: Int

  /// Makes a change.
  public init(date: CalendarDate, interval: Int, extraIntervals: Int) {
    self.date = date
    self.interval = interval
    self.extraIntervals = extraIntervals
  }

  /// What the clock shows at the start of an interval of the day, counted in intervals from 0:00.
  public func clockPosition(of index: Int) -> Int {
    index < interval ? index : index - extraIntervals
  }
}
