import Quantities
import Tariffs
import Use

extension MonthBilling {
  /// The capacity method: what is in use the whole period on one line, every other unit on its own
  /// with its days, each a thirtieth of the month (供电营业规则).
  func capacityLines(
    _ source: PriceSource, _ pauses: PauseRule, _ charge: String, _ rule: RuleReference
  ) throws(BillingProblem) -> [BillLine] {
    var lines: [BillLine] = []
    func add(_ quantity: Quantity, _ working: [Working]) throws(BillingProblem) {
      for part in try priced(quantity, source, for: charge) {
        lines.append(
          BillLine(
            charge: charge, product: .quantity(part.quantity, .kVA, price: part.found.price),
            rounding: rounding, rule: rule, priceOrigin: part.found.origin,
            working: working + part.working))
      }
    }
    let whole = capacity.units.filter { $0.daysInUse >= period.dayCount }
    let partial = capacity.units.filter { $0.daysInUse < period.dayCount }
    let sum = try wholeCapacity(whole, charge)
    if sum > .zero || partial.isEmpty {
      let transformers =
        partial.isEmpty
        ? account.transformers?.description : whole.map(\.unit.id).joined(separator: "+")
      try add(
        sum.quantity,
        [.capacity(sum, transformers: transformers, motors: account.highVoltageMotors)])
    }
    for use in partial {
      if use.daysInUse > 0 {
        let days = min(30, use.daysInUse)
        try add(
          Self.thirtieths(use.unit.capacity, days),
          [.daysInUse(unit: use.unit.id, capacity: use.unit.capacity, days: days)])
      }
      if use.daysPaused > 0, pauses.shareStillDue > .zero, isStillDue(pauses) {
        let days = min(30, max(0, 30 - min(30, use.daysInUse)), use.daysPaused)
        try add(
          Self.thirtieths(use.unit.capacity, days).times(pauses.shareStillDue),
          [
            .paused(
              unit: use.unit.id, capacity: use.unit.capacity, days: days,
              share: pauses.shareStillDue)
          ])
      }
    }
    return lines
  }

  private func wholeCapacity(
    _ whole: [CapacityTimeline.Use], _ charge: String
  ) throws(BillingProblem) -> Power {
    let capacity = try billedCapacity(for: charge)
    guard account.lines.isEmpty else { return capacity }
    return whole.reduce(account.highVoltageMotors) { $0 + $1.unit.capacity }
  }

  private static func thirtieths(_ capacity: Power, _ days: Int) -> Quantity {
    Quantity(
      units: RoundingMode.halfAwayFromZero.divide(capacity.quantity.units * Int128(days), by: 30))
  }

  /// Whether supply began recently enough for a share of paused units to be due.
  private func isStillDue(_ pauses: PauseRule) -> Bool {
    guard let months = pauses.stillDueWithinMonths else { return true }
    guard let energised = account.energised else { return false }
    let (year, number, day) = energised.parts
    let end = Month(ordinal: year * 12 + number - 1 + months).firstDay.adding(days: day - 1)
    return period.start < end
  }
}
