import Quantities
import Tariffs
import Use

extension MonthBilling {
  /// A fixed charge by the month or the day.
  func fixedLines(_ fixed: FixedCharge, _ charge: Charge) throws(BillingProblem) -> [BillLine] {
    let found = try rules.price(fixed.price, for: charge.name)
    let quantity: Quantity
    let unit: BillUnit
    switch fixed.basis {
    case .month: (quantity, unit) = (Quantity(1), .month)
    case .day: (quantity, unit) = (Quantity(month.dayCount), .day)
    }
    return [
      BillLine(
        charge: charge.name, product: .quantity(quantity, unit, price: found.price),
        rounding: rounding, rule: charge.rule, priceOrigin: found.origin, working: [])
    ]
  }

  /// Reactive energy beyond the free share of active energy.
  func reactiveLines(
    _ reactive: ReactiveCharge, _ charge: Charge
  ) throws(BillingProblem) -> [BillLine] {
    let counted = try countedReactive(reactive.counted, for: charge.name).quantity
      .rounded(digits: rounding.energyDigits, mode: rounding.mode)
    let free = determinants.totalEnergy.quantity.times(reactive.freeShare)
      .rounded(digits: rounding.energyDigits, mode: rounding.mode)
    let found = try rules.price(reactive.price, for: charge.name)
    return [
      BillLine(
        charge: charge.name,
        product: .quantity(max(.zero, counted - free), .kvarh, price: found.price),
        rounding: rounding, rule: charge.rule, priceOrigin: found.origin,
        working: [.freeReactive(counted: counted, free: free)])
    ]
  }

  /// The month's reactive energy that counts against the account. [kvarh]
  func countedReactive(
    _ count: ReactiveCount, for charge: String
  ) throws(BillingProblem) -> Energy {
    guard let forward = determinants.reactiveForward else {
      throw .missingUse(.reactive, charge: charge, month: month)
    }
    return count.energy(forward: forward, reverse: determinants.reactiveReverse ?? .zero)
  }
}
