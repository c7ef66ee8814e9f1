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
  /// Whether a period price is rounded before what has a line of its own, such as funds, is added.
  public let roundsBeforeOwnLines: Bool
  /// How halves are treated.
  public let mode: RoundingMode

  /// Makes a rounding rule.
  public init(
    moneyDigits: Int = 2, energyDigits: Int = Quantity.fractionDigits,
    demandDigits: Int = Power.fractionDigits, periodPriceDigits: Int = Price.fractionDigits,
    roundsBeforeOwnLines: Bool = false, mode: RoundingMode = .halfAwayFromZero
  ) {
    self.moneyDigits = moneyDigits
    self.energyDigits = energyDigits
    self.demandDigits = demandDigits
    self.periodPriceDigits = periodPriceDigits
    self.roundsBeforeOwnLines = roundsBeforeOwnLines
    self.mode = mode
  }

  /// A period price, rounded once.
  ///
  /// - Parameters:
  ///   - price: The exact price, what has lines of its own not in it.
  ///   - ownLines: What has.
  /// - Returns: Their sum.
  public func periodPrice(_ price: Price, and ownLines: Price) -> Price {
    func rounded(_ price: Price) -> Price { price.rounded(digits: periodPriceDigits, mode: mode) }
    return roundsBeforeOwnLines ? rounded(price) + ownLines : rounded(price + ownLines)
  }
}
