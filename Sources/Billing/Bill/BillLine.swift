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

  /// The sub-meter the line is for; nothing for the account's own energy.
  public let point: String?

  /// The two factors of a line.
  public enum Product: Sendable, Hashable {
    /// A quantity at a price.
    case quantity(Quantity, BillUnit, price: Price)
    /// A part of other lines.
    case share(of: Money, rate: Rate)
  }

  init(
    charge: String, product: Product, rounding: BillRounding, rule: RuleReference,
    priceOrigin: PriceOrigin, working: [Working], isInPowerFactorBase: Bool = true,
    point: String? = nil, exactAmount exact: Money? = nil
  ) {
    self.point = point
    self.charge = charge
    self.product = product
    self.rule = rule
    self.priceOrigin = priceOrigin
    self.working = working
    self.isInPowerFactorBase = isInPowerFactorBase
    switch product {
    case .quantity(let quantity, _, let price): exactAmount = exact ?? quantity.times(price)
    case .share(let base, let rate): exactAmount = base.times(rate)
    }
    amount = exactAmount.rounded(digits: rounding.moneyDigits, mode: rounding.mode)
  }

  /// The line as that of a sub-meter.
  func of(_ point: String, isInPowerFactorBase: Bool) -> BillLine {
    BillLine(self, point: point, isInPowerFactorBase: isInPowerFactorBase)
  }

  private init(_ line: BillLine, point: String, isInPowerFactorBase: Bool) {
    charge = line.charge
    product = line.product
    exactAmount = line.exactAmount
    amount = line.amount
    rule = line.rule
    priceOrigin = line.priceOrigin
    working = line.working
    self.point = point
    self.isInPowerFactorBase = isInPowerFactorBase && line.isInPowerFactorBase
  }
}
