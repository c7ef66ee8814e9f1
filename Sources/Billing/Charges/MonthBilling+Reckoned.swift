import Quantities
import Tariffs

extension MonthBilling {
  /// A percentage of other lines.
  func taxLines(_ tax: TaxCharge, _ charge: Charge) -> [BillLine] {
    let base = selected(tax.base)
    return [
      BillLine(
        charge: charge.name,
        product: .share(of: base.reduce(.zero) { $0 + $1.amount }, rate: tax.rate),
        rounding: rounding, rule: charge.rule, priceOrigin: .rule,
        working: [.base(base.map(\.charge))])
    ]
  }

  /// What is missing to a least amount; no line where nothing is.
  func minimumLines(_ minimum: MinimumCharge, _ charge: Charge) -> [BillLine] {
    var counted = selected(minimum.base).reduce(Money.zero) { $0 + $1.amount }
    if minimum.term == .year {
      guard month.number == 12 else { return [] }
      let year = context.earlier.filter { $0.month.year == month.year }
      guard year.count == 11 else {
        notes.append(.annualMinimumOpen(monthsKnown: year.count + 1))
        return []
      }
      for bill in year {
        let base = bill.lines.filter { line in minimum.base.contains { $0.selects(line.charge) } }
        counted += base.reduce(.zero) { $0 + $1.amount }
      }
    }
    guard counted < minimum.amount else { return [] }
    let missing = minimum.amount - counted
    return [
      BillLine(
        charge: charge.name, product: .share(of: missing, rate: .one), rounding: rounding,
        rule: charge.rule, priceOrigin: .rule,
        working: [.minimum(least: minimum.amount, counted: counted, term: minimum.term)])
    ]
  }
}
