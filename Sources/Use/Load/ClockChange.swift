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

  /// The intervals of the day during which the clock shows a stretch of time.
  ///
  /// - Parameters:
  ///   - clock: The stretch, counted in intervals from 0:00 on the clock.
  ///   - count: How many intervals the day has.
  /// - Returns: None where the clock skips the stretch, two where it shows it twice with something
  ///   between.
  package func positions(ofClock clock: Range<Int>, count: Int) -> [Range<Int>] {
    let before = clock.clamped(to: 0..<interval)
    let moved = (clock.lowerBound + extraIntervals)..<(clock.upperBound + extraIntervals)
    let after = moved.clamped(to: interval..<count)
    if before.isEmpty || after.isEmpty { return [before, after].filter { !$0.isEmpty } }
    return before.upperBound == after.lowerBound
      ? [before.lowerBound..<after.upperBound] : [before, after]
  }
}
