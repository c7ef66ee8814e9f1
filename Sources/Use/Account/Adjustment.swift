import Quantities

/// A line that is neither metered nor priced by the tariff: back-billing (退补), green value,
/// demand response.
public struct Adjustment: Sendable, Hashable {
  /// The month it stands in.
  public let month: Month
  /// Its name; the bill line is `adjustment/<name>`.
  public let name: String
  /// What it is worth.
  public let value: Value
  /// Whether the power-factor adjustment is reckoned on it.
  public let isInPowerFactorBase: Bool

  /// What an adjustment is worth.
  public enum Value: Sendable, Hashable {
    /// An amount. [currency]
    case amount(Money)
    /// Energy at a price; below zero where it is given back. [kWh, currency/kWh]
    case energy(Quantity, price: Price)
  }

  /// Makes an adjustment.
  public init(month: Month, name: String, value: Value, isInPowerFactorBase: Bool) {
    self.month = month
    self.name = name
    self.value = value
    self.isInPowerFactorBase = isInPowerFactorBase
  }
}
