import Quantities
import Tariffs

extension MonthBilling {
  /// Part of a quantity at the price of some days.
  struct PricedPart {
    let quantity: Quantity
    let found: MonthRules.FoundPrice
    let working: [Working]
  }

  /// A quantity of the whole period at its price; where the price changes within the period, by
  /// days, the last days bearing what rounding leaves.
  func priced(
    _ quantity: Quantity, _ source: PriceSource, for charge: String
  ) throws(BillingProblem) -> [PricedPart] {
    guard segments.count > 1 else { return [try single(quantity, source, charge)] }
    var runs: [(span: DateSpan, found: MonthRules.FoundPrice)] = []
    for segment in segments {
      // A segment under another tariff may not have the column; the charge is that of the first.
      guard let found = segment.rules.price(source) ?? runs.last?.found ?? rules.price(source)
      else {
        return [try single(quantity, source, charge)]
      }
      if let last = runs.last, last.found.price == found.price,
        let joined = DateSpan(start: last.span.start, end: segment.span.end)
      {
        runs[runs.count - 1].span = joined
      } else {
        runs.append((segment.span, found))
      }
    }
    guard runs.count > 1 else { return [try single(quantity, source, charge)] }
    var left = quantity
    var parts: [PricedPart] = []
    for (index, run) in runs.enumerated() {
      let part =
        index == runs.count - 1
        ? left
        : Quantity(
          units: RoundingMode.halfAwayFromZero.divide(
            quantity.units * Int128(run.span.dayCount), by: Int128(period.dayCount)))
      left -= part
      parts.append(
        PricedPart(
          quantity: part, found: run.found,
          working: [.days(from: run.span.start, to: run.span.lastDay, of: period.dayCount)]))
    }
    return parts
  }

  private func single(
    _ quantity: Quantity, _ source: PriceSource, _ charge: String
  ) throws(BillingProblem) -> PricedPart {
    PricedPart(quantity: quantity, found: try rules.price(source, for: charge), working: [])
  }
}
