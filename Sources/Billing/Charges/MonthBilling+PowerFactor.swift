import Quantities
import Tariffs
import Use

extension MonthBilling {
  /// The power-factor adjustment, 水电财字〔83〕215号.
  func powerFactorLines(
    _ adjustment: PowerFactorCharge, _ charge: Charge
  ) throws(BillingProblem) -> [BillLine] {
    guard let standard = try standard(of: adjustment, charge),
      let table = adjustment.table(for: standard)
    else {
      if account.powerFactorStandard == .byRule { notes.append(.noPowerFactorStandard) }
      return []
    }
    let active = use.active
    guard active > .zero else {
      notes.append(.noEnergyNoPowerFactor)
      return []
    }
    let reactive = try countedReactive(adjustment.counted, for: charge.name)
    guard let value = PowerFactor(active: active, reactive: reactive) else { return [] }
    powerFactor = value
    let adjustments = lines.filter { $0.charge.hasPrefix("adjustment/") }
    let base = (selected(adjustment.base) + adjustments).filter(\.isInPowerFactorBase)
    return [
      BillLine(
        charge: charge.name,
        product: .share(
          of: base.reduce(.zero) { $0 + $1.amount }, rate: table.rate(for: value)),
        rounding: rounding, rule: charge.rule, priceOrigin: .page(table.rule),
        working: [
          .powerFactor(active: active, reactive: reactive, value: value, standard: standard),
          .base(base.map(\.charge)),
        ])
    ]
  }

  private func standard(
    of adjustment: PowerFactorCharge, _ charge: Charge
  ) throws(BillingProblem) -> PowerFactorStandard? {
    switch account.powerFactorStandard {
    case .set(let standard): return standard
    case .none: return nil
    case .byRule: break
    }
    guard !adjustment.standards.isEmpty else { return nil }
    let capacity = try billedCapacity(for: charge.name)
    for rule in adjustment.standards where rule.capacity.contains(capacity) {
      guard let voltages = rule.voltages else { return rule.standard }
      guard let voltage = account.voltage else {
        throw .missingAccountValue(.voltage, charge: charge.name)
      }
      if voltages.contains(voltage) { return rule.standard }
    }
    return nil
  }
}
