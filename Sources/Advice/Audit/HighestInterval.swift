import Quantities

/// One of the highest demand intervals of the months covered, and what it is worth to have been
/// lower.
public struct HighestInterval: Sendable, Hashable {
  /// When it begins.
  public let start: LocalTime
  /// Its mean power. [kW]
  public let demand: Power
  /// The billing month it lies in.
  public let month: Month
  /// The period of the energy charge it begins in.
  public let period: PeriodName?
  /// The highest demand of the month's other events, two hours and more from this interval and from
  /// every higher one of the month; nothing where there is none. [kW]
  public let nextEvent: Power?
  /// By how much the month's bill would be smaller with that as its maximum demand, energy kept;
  /// nothing where demand is metered line by line. [currency]
  public let worth: Money?
}
