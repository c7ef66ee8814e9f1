import Quantities

/// Energy counted by one time-of-use register.
public struct RegisterEnergy: Sendable, Hashable {
  /// The period the register counts in.
  public let period: PeriodName
  /// What it counted. [kWh]
  public var energy: Energy

  /// Makes a register's count.
  public init(period: PeriodName, energy: Energy) {
    self.period = period
    self.energy = energy
  }
}
