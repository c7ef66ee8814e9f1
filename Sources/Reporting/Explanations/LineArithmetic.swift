import Billing
import Quantities

/// A bill line as one line of arithmetic, digit for digit:
/// `8000 kW × 30 CNY/kW = 240000 → 240000.00 CNY`.
struct LineArithmetic: CustomStringConvertible {
  /// The line of arithmetic.
  let description: String

  init(_ line: BillLine, _ context: BillContext) {
    let style = NumberStyle.plain
    let currency = context.currency
    let factors: String
    switch line.product {
    case .quantity(let quantity, let unit, let price):
      factors = """
        \(style.number(quantity)) \(unit.rawValue) × \
        \(style.number(price)) \(UnitWords.price(unit, currency: currency))
        """
    case .share(let base, let rate):
      factors = """
        \(style.number(base, atLeast: context.rounding.moneyDigits)) \(currency) × \
        \(style.percent(rate, atLeast: 2))
        """
    }
    description = """
      \(factors) = \(style.number(line.exactAmount)) → \
      \(style.number(line.amount, atLeast: context.rounding.moneyDigits)) \(currency)
      """
  }
}
