import Quantities

/// A piece of work that is done once a day at a steady power and not interrupted: a furnace charge,
/// a kiln, a mill.
public struct Batch: Sendable, Hashable {
  /// Its name in answers.
  public let name: String
  /// What it draws while it runs. [kW]
  public let power: Power
  /// How long it runs, a whole number of the load's intervals. [min]
  public let minutes: Int
  /// The clock times between which it must begin and end, on the same day.
  public let window: Range<ClockTime>
  /// The days on which it is run.
  public let days: BatchDays
  /// When it begins today; the load holds it there.
  public let presentStart: ClockTime

  /// Makes a batch.
  ///
  /// - Parameters:
  ///   - name: Its name in answers.
  ///   - power: Not below zero. [kW]
  ///   - minutes: Above zero. [min]
  ///   - window: The clock times between which it must begin and end.
  ///   - days: The days on which it is run.
  ///   - presentStart: When it begins today.
  public init(
    name: String, power: Power, minutes: Int, window: Range<ClockTime>,
    days: BatchDays = .everyDay, presentStart: ClockTime
  ) {
    precondition(power >= .zero && minutes > 0)
    self.name = name
    self.power = power
    self.minutes = minutes
    self.window = window
    self.days = days
    self.presentStart = presentStart
  }
}
