import Quantities
import Tariffs
import Use

extension MonthBilling {
  /// A fixed charge by the month or the day.
  func fixedLines(_ fixed: FixedCharge, _ charge: Charge) throws(BillingProblem) -> [BillLine] {
    let quantity: Quantity
    let unit: BillUnit
    switch fixed.basis {
    case .month: (quantity, unit) = (Quantity(1), .month)
    case .day: (quantity, unit) = (Quantity(period.dayCount), .day)
    }
    return try lines(quantity, unit, fixed.price, charge)
  }

  /// A price on a capacity of the account's own; no line where it has none.
  func reserveLines(
    _ reserve: CapacityPriceCharge, _ charge: Charge
  ) throws(BillingProblem) -> [BillLine] {
    switch reserve.basis {
    case .ownGeneration:
      guard account.ownGeneration > .zero else { return [] }
      return try lines(account.ownGeneration.quantity, .kW, reserve.price, charge)
    }
  }

  /// What is paid for energy fed into the grid; no line where none was.
  func exportLines(
    _ credit: ExportCredit, _ charge: Charge
  ) throws(BillingProblem) -> [BillLine] {
    guard let exported = determinants.exported, exported > .zero else { return [] }
    let quantity = exported.quantity.rounded(digits: rounding.energyDigits, mode: rounding.mode)
    return try priced(quantity, credit.price, for: charge.name).map { part in
      BillLine(
        charge: charge.name, product: .quantity(-part.quantity, .kWh, price: part.found.price),
        rounding: rounding, rule: charge.rule, priceOrigin: part.found.origin,
        working: part.working, isInPowerFactorBase: false)
    }
  }

  private func lines(
    _ quantity: Quantity, _ unit: BillUnit, _ source: PriceSource, _ charge: Charge
  ) throws(BillingProblem) -> [BillLine] {
    try priced(quantity, source, for: charge.name).map { part in
      BillLine(
        charge: charge.name, product: .quantity(part.quantity, unit, price: part.found.price),
        rounding: rounding, rule: charge.rule, priceOrigin: part.found.origin,
        working: part.working)
    }
  }

  /// Reactive energy beyond the free share of active energy.
  func reactiveLines(
    _ reactive: ReactiveCharge, _ charge: Charge
  ) throws(BillingProblem) -> [BillLine] {
    let counted = try countedReactive(reactive.counted, for: charge.name).quantity
      .rounded(digits: rounding.energyDigits, mode: rounding.mode)
    let free = use.active.quantity.times(reactive.freeShare)
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
    guard let forward = use.reactiveForward else {
      throw determinants.lacking(.reactive, charge: charge)
    }
    return count.energy(forward: forward, reverse: use.reactiveReverse)
  }

  /// Lines of single months that no tariff knows.
  var adjustmentLines: [BillLine] {
    account.adjustments.filter { $0.month == month }.map { adjustment in
      let product: BillLine.Product
      switch adjustment.value {
      case .amount(let amount): product = .share(of: amount, rate: .one)
      case .energy(let quantity, let price): product = .quantity(quantity, .kWh, price: price)
      }
      return BillLine(
        charge: "adjustment/\(adjustment.name)", product: product, rounding: rounding,
        rule: rules.version.rule, priceOrigin: .given, working: [],
        isInPowerFactorBase: adjustment.isInPowerFactorBase)
    }
  }
}
