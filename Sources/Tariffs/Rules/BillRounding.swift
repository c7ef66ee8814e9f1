import Quantities

/// How a tariff rounds the figures on its bills.
public struct BillRounding: Sendable, Hashable {
  /// Digits of the currency's smallest unit; every line is rounded to it once.
  public let moneyDigits: Int
  /// Digits of billed energy; China bills whole kilowatt-hours per register.
  public let energyDigits: Int
  /// Digits of billed demand.
  public let demandDigits: Int
  /// Digits of a period price that follows from a ratio.
  public let periodPriceDigits: Int
  /// How halves are treated.
  public let mode: RoundingMode

  /// Makes a rounding rule.
  public init(
    moneyDigits: Int = 2, energyDigits: Int = Quantity.fractionDigits,
    demandDigits: Int = Power.fractionDigits, periodPriceDigits: Int = Price.fractionDigits,
    mode: RoundingMode = .halfAwayFromZero
  ) {
    self.moneyDigits = moneyDigits
    self.energyDigits = energyDigits
    self.demandDigits = demandDigits
    self.periodPriceDigits = periodPriceDigits
    self.mode = mode
  }
}
