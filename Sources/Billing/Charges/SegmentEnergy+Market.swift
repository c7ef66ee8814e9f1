import Quantities
import Tariffs
import Use

extension SegmentEnergy {
  /// The purchase of an account that buys in the market: each interval at the price of its time.
  func marketLines() throws(BillingProblem) -> [BillLine] {
    guard let curve = account.curve,
      energy.components.contains(where: { $0.name == "purchase" })
    else { return [] }
    guard let profile = context.profile else {
      throw .curveNeedsIntervals(month: segment.determinants.month)
    }
    var metered: Int128 = 0
    var cost: Int128 = 0
    var steps = 0
    for day in span.days {
      guard let prices = curve.steps(on: day) else { throw .missingCurve(day) }
      steps += prices.count
      for (index, step) in prices.enumerated() {
        let end = index + 1 < prices.count ? prices[index + 1].from.minutes : 1440
        let seconds = profile.intervalSeconds
        guard step.from.minutes * 60 % seconds == 0, end * 60 % seconds == 0 else {
          throw .edgeInsideInterval(step.from, intervalSeconds: seconds)
        }
        guard let positions = profile.positions(ofMinutes: step.from.minutes..<end, on: day) else {
          throw .missingCurve(day)
        }
        for range in positions {
          let sum = profile.active[range].reduce(Int128(0)) { $0 + Int128($1) }
          metered += sum
          cost += sum * step.price.units
        }
      }
    }
    let quantity = registers.reduce(Quantity.zero) { $0 + $1.billed }
    guard metered > 0 else { return [] }
    // mJ × 10⁻¹² over 3.6 × 10⁹ mJ/kWh is an amount; the mean price spreads it over the energy,
    // which is billed with losses in it and sub-meters taken out.
    let mean = Price(units: RoundingMode.halfAwayFromZero.divide(cost, by: metered))
    let exact = Money(units: RoundingMode.halfAwayFromZero.divide(cost * 10, by: 36))
    let isWhole = quantity == Energy(millijoules: metered).quantity
    return [
      BillLine(
        charge: "\(charge.name)/purchase", product: .quantity(quantity, .kWh, price: mean),
        rounding: rules.version.rounding, rule: charge.rule, priceOrigin: .given,
        working: [.curve(steps: steps, mean: mean)], exactAmount: isWhole ? exact : nil)
    ]
  }
}
