import Quantities
import Tariffs
import Use

extension MonthStudy {
  /// The tariff the month is billed under, after any fallback; nothing without days.
  package var tariff: String? { prepared.rules.first?.rules.tariff.id }

  /// The stretches of one period each, where the month's bill hangs on the sums of its periods and on
  /// its highest interval, and on nothing else of its intervals.
  package var runsOfSums: MonthRuns? {
    guard prepared.rules.count == 1, let layout, layout.blockLength == 1 else { return nil }
    let whole = prepared.determinants.whole
    guard case .intervals = whole.coverage, whole.coverage.isWhole, whole.windowDemand.isEmpty,
      whole.lineDemand.isEmpty, whole.maximumApparent == nil, whole.maximumReactive == nil,
      whole.sequence.isEmpty, whole.withheld.isEmpty, whole.estimated.intervals == 0
    else { return nil }
    return MonthRuns(layout: layout, period: prepared.period)
  }

  /// Keeps other sums than were metered.
  ///
  /// - Parameters:
  ///   - energy: What each period comes to, in the tariff's order; together as much as metered.
  ///   - demand: The highest interval.
  ///   - months: Where they are kept.
  package func keep(
    _ energy: [Energy], _ demand: MaximumDemand, in months: inout MeteredMonths
  ) {
    months[prepared.key] = prepared.determinants.with(energy, demand)
  }

  /// The layout of the only segment's days; nothing where clocks are changed on one of them.
  private var layout: MeterLayout? {
    guard let part = prepared.rules.first, let profile = context.profile,
      !profile.clockChanges.contains(where: { part.span.contains($0.date) })
    else { return nil }
    return try? context.terms.memory.layout(
      part.span, of: part.rules, intervalSeconds: profile.intervalSeconds)
  }
}
