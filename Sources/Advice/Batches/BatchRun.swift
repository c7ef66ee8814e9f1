import Quantities

/// A run of a batch on a day.
public struct BatchRun: Sendable, Hashable {
  /// The batch's name.
  public let batch: String
  /// The day.
  public let date: CalendarDate
  /// When it should begin; its present start where no other is better.
  public let start: ClockTime
}
