import Quantities
import Tariffs
import Use

extension MonthBilling {
  /// Adds the lines of the energy charge, segment by segment, and those of sub-meters.
  func addEnergyLines() throws(BillingProblem) {
    for (index, segment) in segments.enumerated() {
      // Each segment has its own version of the charge.
      guard let (own, ownCharge) = segment.rules.energyCharge else { continue }
      try SegmentEnergy(
        own, ownCharge, of: segment, periodDays: period.dayCount,
        registers: use.segments[index], working: use.working, context: context
      ).add(to: &lines)
    }
    try addSubMeterLines()
  }

  /// The lines of sub-meters, each under its own tariff.
  private func addSubMeterLines() throws(BillingProblem) {
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
      var metered: [BillLine] = []
      try SegmentEnergy(
        own, charge,
        of: BillingSegment(
          span: self.period, rules: rules, account: account,
          determinants: BillingDeterminants(month: month, coverage: .register)),
        periodDays: self.period.dayCount,
        registers: [RoundedRegister(period: period, billed: energy, exact: energy)], working: [],
        context: context
      ).add(to: &metered)
      lines += metered.map { $0.of(meter.id, isInPowerFactorBase: meter.isInPowerFactorBase) }
    }
  }
}
