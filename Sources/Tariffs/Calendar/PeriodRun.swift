import Quantities

/// A stretch of a day in one period, half-open.
public struct PeriodRun: Sendable, Hashable {
  /// The start.
  public let from: ClockTime
  /// The end, not included.
  public let to: ClockTime
  /// The position of the period in its calendar.
  public let period: Int

  /// Makes a run.
  public init(from: ClockTime, to: ClockTime, period: Int) {
    self.from = from
    self.to = to
    self.period = period
  }
}
