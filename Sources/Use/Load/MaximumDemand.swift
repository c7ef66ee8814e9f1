import Quantities

/// The highest mean power over one demand interval.
public struct MaximumDemand: Sendable, Hashable {
  /// The mean. [kW, kVA or kvar]
  public let power: Power
  /// The start of the interval that set it; nothing for a register reading.
  public let start: LocalTime?

  /// Makes a maximum.
  public init(power: Power, start: LocalTime?) {
    self.power = power
    self.start = start
  }
}
