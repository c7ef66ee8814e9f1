import Quantities
import Tariffs

/// One line of a bill.
public struct BillLine: Sendable, Hashable {
  /// The charge, such as `basic` or `energy/peak`.
  public let charge: String
  /// What is multiplied.
  public let product: Product
  /// The amount before rounding. [currency]
  public let exactAmount: Money
  /// The amount on the bill. [currency]
  public let amount: Money
  /// The rule it follows from.
  public let rule: RuleReference
  /// Where the price was found.
  public let priceOrigin: PriceOrigin
  /// How quantity and price came about, step by step.
  public let working: [Working]
  /// Whether the power-factor adjustment is reckoned on the line where its charge is named.
  public let isInPowerFactorBase: Bool

  /// The two factors of a line.
  public enum Product: Sendable, Hashable {
    /// A quantity at a price.
    case quantity(Quantity, BillUnit, price: Price)
    /// A part of other lines.
    case share(of: Money, rate: Rate)
  }

  init(
    charge: String, product: Product, rounding: BillRounding, rule: RuleReference,
    priceOrigin: PriceOrigin, working: [Working], isInPowerFactorBase: Bool = true
  ) {
    self.charge = charge
    self.product = product
    self.rule = rule
    self.priceOrigin = priceOrigin
    self.working = working
    self.isInPowerFactorBase = isInPowerFactorBase
    switch product {
    case .quantity(let quantity, _, let price): exactAmount = quantity.times(price)
    case .share(let base, let rate): exactAmount = base.times(rate)
    }
    amount = exactAmount.rounded(digits: rounding.moneyDigits, mode: rounding.mode)
  }
}
