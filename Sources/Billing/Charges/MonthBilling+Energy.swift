import Quantities
import Tariffs
import Use

extension MonthBilling {
  /// The lines of the energy charge, segment by segment.
  func energyLines(
    _ energy: EnergyCharge, _ charge: Charge
  ) throws(BillingProblem) -> [BillLine] {
    var lines: [BillLine] = []
    for (index, segment) in segments.enumerated() {
      // Each segment has its own version of the charge.
      guard let (own, ownCharge) = segment.rules.energyCharge else { continue }
      lines += try SegmentEnergy(
        own, ownCharge, account: segment.account, rules: segment.rules, span: segment.span,
        periodDays: period.dayCount, registers: use.segments[index],
        determinants: segment.determinants, profile: context.profile, working: use.working
      ).lines()
    }
    return lines
  }

  /// The lines of sub-meters, each under its own tariff.
  func subMeterLines() throws(BillingProblem) -> [BillLine] {
    var lines: [BillLine] = []
    for (meter, energy) in use.taken {
      var account = Account(id: self.account.id, tariff: meter.tariff)
      account.voltage = meter.voltage ?? self.account.voltage
      account.energySource = self.account.energySource
      let rules = try MonthRules.rules(
        for: account, month: month, on: period.start, capacity: nil, terms: context.terms)
      guard let (own, charge) = rules.energyCharge else { continue }
      let periods = rules.version.timeOfUse.periods
      guard periods.count == 1, let period = periods.first else {
        throw .missingRegister(periods.first ?? .all, month: month, read: [.all])
      }
      let metered = try SegmentEnergy(
        own, charge, account: account, rules: rules, span: self.period,
        periodDays: self.period.dayCount,
        registers: [RoundedRegister(period: period, billed: energy, exact: energy)],
        determinants: BillingDeterminants(month: month, coverage: .register), profile: nil,
        working: []
      ).lines()
      lines += metered.map { $0.of(meter.id, isInPowerFactorBase: meter.isInPowerFactorBase) }
    }
    return lines
  }
}
