import Quantities
import Tariffs
import Use

/// Turns what was metered into the determinants of each month.
package enum DeterminantsBuilder {
  /// The determinants of some days of a month from interval data.
  ///
  /// - Throws: ``BillingProblem`` where the intervals do not fit the tariff's hours.
  package static func determinants(
    of profile: LoadProfile, month: Month, period: DateSpan? = nil, version: TariffVersion
  ) throws(BillingProblem) -> BillingDeterminants {
    let period = period ?? DateSpan(month)
    return determinants(
      of: profile, month: month, period: period,
      layout: try MeterLayout(
        period: period, version: version, intervalSeconds: profile.intervalSeconds))
  }

  /// The determinants of some days whose layout is known.
  package static func determinants(
    of profile: LoadProfile, month: Month, period: DateSpan, layout: MeterLayout
  ) -> BillingDeterminants {
    var meter = MonthMeter(
      month: month, period: period, layout: layout,
      expected: profile.intervalCount(of: period))
    profile.replay(period, into: &meter)
    var determinants = meter.determinants
    determinants.estimated = profile.estimatedUse(in: period)
    if let start = profile.firstLongReading(
      in: period, demandSeconds: layout.demandIntervalSeconds)
    {
      determinants.withhold(.demand(from: start))
    }
    return determinants
  }

  /// The determinants of a month from register readings.
  ///
  /// - Throws: ``BillingProblem`` where registers and the tariff's periods do not match.
  package static func determinants(
    of reading: MonthlyReading, period days: DateSpan? = nil, version: TariffVersion
  ) throws(BillingProblem) -> BillingDeterminants {
    let month = reading.month
    var result = BillingDeterminants(month: month, coverage: .register)
    let periods = version.timeOfUse.periods
    let read = reading.energy.map(\.period)
    for register in reading.energy
    where !periods.contains(register.period) && register.energy != .zero {
      throw .unknownRegister(register.period, month: month, periods: periods)
    }
    result.energy = []
    for period in periods {
      if let register = reading.energy.first(where: { $0.period == period }) {
        result.energy.append(register)
      } else if periods.count == 1, reading.energy.isEmpty, let total = reading.total {
        result.energy.append(RegisterEnergy(period: period, energy: total))
      } else if version.timeOfUse.hasHours(of: period, in: days ?? DateSpan(month)) {
        throw .missingRegister(period, month: month, read: read)
      } else {
        result.energy.append(RegisterEnergy(period: period, energy: .zero))
      }
    }
    result.totalEnergy = reading.totalEnergy
    result.maximumDemand = reading.maximumDemand.map { MaximumDemand(power: $0, start: nil) }
    result.windowDemand = reading.windowDemand.mapValues { MaximumDemand(power: $0, start: nil) }
    result.maximumApparent = reading.maximumApparent.map { MaximumDemand(power: $0, start: nil) }
    result.maximumReactive = reading.maximumReactive.map { MaximumDemand(power: $0, start: nil) }
    result.reactiveForward = reading.reactiveForward
    result.reactiveReverse = reading.reactiveReverse
    result.contractDemand = reading.contractDemand
    result.subMeters = reading.subMeters
    result.lineDemand = reading.lineDemand.mapValues { MaximumDemand(power: $0, start: nil) }
    result.exported = reading.exported
    return result
  }
}
