import Quantities

/// A battery behind the meter: it draws from the grid and serves the load, and never feeds back.
public struct Battery: Sendable, Hashable {
  /// What can be stored and taken out again, before the loss of taking it out. [kWh]
  public let capacity: Energy
  /// The most it draws or serves, at the meter. [kW]
  public let power: Power
  /// What comes out for one kilowatt-hour put in, above 0 and at most 1.
  ///
  /// Half of the loss, as a factor, falls on each way: √η in and √η out.
  public let roundTripEfficiency: Rate

  /// What a lithium battery with its converters keeps where nothing else is known: 90 %.
  public static let usualEfficiency = Rate(units: 900_000_000_000)

  /// Makes a battery.
  ///
  /// - Parameters:
  ///   - capacity: Not below zero. [kWh]
  ///   - power: Not below zero. [kW]
  ///   - roundTripEfficiency: Above 0 and at most 1; callers check.
  public init(
    capacity: Energy, power: Power, roundTripEfficiency: Rate = Battery.usualEfficiency
  ) {
    precondition(capacity >= .zero && power >= .zero)
    precondition(roundTripEfficiency > .zero && roundTripEfficiency <= .one)
    self.capacity = capacity
    self.power = power
    self.roundTripEfficiency = roundTripEfficiency
  }
}
