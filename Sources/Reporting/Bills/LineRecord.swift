import Billing
import Quantities

/// A bill line as programs read it: every figure as plain decimals.
struct LineRecord {
  let charge: String
  let quantity: DecimalFigure
  let unit: String
  let price: DecimalFigure
  let amount: DecimalFigure
  let exactAmount: DecimalFigure
  let source: String
  /// Where the price was found, if not in the rule itself.
  let priceSource: String?
  let note: String

  /// - Parameters:
  ///   - line: The line.
  ///   - bill: The bill it stands on.
  ///   - digits: Those of the currency's smallest unit.
  ///   - currency: The currency.
  init(
    _ line: __shared BillLine, of bill: __shared Bill, digits: Int, currency: String
  ) {
    charge = line.charge
    switch line.product {
    case .quantity(let quantity, let unit, let price):
      self.quantity = quantity.figure
      self.unit = unit.rawValue
      self.price = price.figure
    case .share(let base, let rate):
      quantity = Self.money(base, digits)
      unit = currency
      price = rate.figure
    }
    amount = Self.money(line.amount, digits)
    exactAmount = line.exactAmount.figure
    source = SourceWords.rule(line)
    priceSource = SourceWords.price(line)
    note = LineNote.text(of: line, in: bill, style: .plain)
  }

  /// An amount with the digits of the currency's smallest unit; with more where it has more, so
  /// that nothing is rounded on the way out.
  static func money(_ amount: Money, _ digits: Int) -> DecimalFigure {
    amount.rounded(digits: digits) == amount ? amount.figure(digits: digits) : amount.figure
  }
}
