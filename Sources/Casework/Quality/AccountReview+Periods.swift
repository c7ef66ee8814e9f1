import Billing
import Metering
import Quantities
import Tariffs
import Use

extension AccountReview {
  /// Energy by period from intervals held against the period registers.
  func periods(of months: [MeteredMonth], _ profile: LoadProfile) -> [Seen] {
    let compared = months.compactMap { month -> (MeteredMonth, [PeriodComparison])? in
      guard month.isWhole, month.reading.energy.count > 1,
        let periods = comparison(of: month, profile)
      else { return nil }
      return disagree(periods) ? (month, periods) : nil
    }
    guard let first = compared.first else { return [] }
    let shift = [StampShift.earlier, .later].first { shift in
      let moved = profile.moved(shift)
      return compared.allSatisfy { month, _ in
        comparison(of: month, moved).map { !disagree($0) } ?? false
      }
    }
    return [(.periodCheck(first.0.month, first.1, shift: shift), compared.count)]
  }

  private func disagree(_ periods: [PeriodComparison]) -> Bool {
    periods.contains { tolerance.isExceeded(by: $0.metered, $0.register) }
  }

  private func comparison(
    of month: MeteredMonth, _ profile: LoadProfile
  ) -> [PeriodComparison]? {
    guard let parts = determinants(of: month.month, month.period, profile) else { return nil }
    return month.reading.energy.map { register in
      PeriodComparison(
        period: register.period,
        metered: parts.reduce(.zero) { $0 + $1.energy(in: register.period) },
        register: register.energy)
    }
  }

  /// Maximum demand from intervals held against its register.
  func demands(of months: [MeteredMonth], _ profile: LoadProfile) -> [Seen] {
    let compared = months.flatMap { month in
      var pairs = [DemandComparison?]()
      if let register = month.reading.maximumDemand {
        pairs.append(demand(of: month, line: nil, profile, register))
      }
      for (line, register) in month.reading.lineDemand.sorted(by: { $0.key < $1.key }) {
        guard let own = profile.lines[line] else { continue }
        pairs.append(demand(of: month, line: line, own, register))
      }
      return pairs.compactMap { $0 }
    }
    guard !compared.isEmpty else { return [] }
    let fits = slips(intervalSeconds: profile.intervalSeconds) { slip in
      compared.allSatisfy { $0.agrees(without: slip) }
    }
    return [(.demandCheck(months: compared, fits: fits), compared.count)]
  }

  /// The comparison where it disagrees.
  private func demand(
    of month: MeteredMonth, line: String?, _ profile: LoadProfile, _ register: Power
  ) -> DemandComparison? {
    guard let parts = determinants(of: month.month, month.period, profile) else { return nil }
    // A meter with a sliding window finds a maximum the fixed blocks of the tariff do not; either
    // will do.
    let found = [parts.map(\.maximumDemand), parts.map(\.slidingDemand)].compactMap { demands in
      demands.compactMap { $0 }.max { $0.power < $1.power }
    }
    let comparisons = found.map {
      DemandComparison(
        month: month.month, line: line, metered: $0.power, start: $0.start, register: register)
    }
    guard let fixed = comparisons.first, comparisons.allSatisfy(\.differs) else { return nil }
    // What is missing may have held the maximum.
    guard month.isWhole || fixed.metered > register else { return nil }
    return fixed
  }

  /// A month's determinants by stretches of days under one version of the tariff.
  ///
  /// - Returns: Nothing where no version is in force or the intervals do not fit its hours.
  private func determinants(
    of month: Month, _ period: DateSpan, _ profile: LoadProfile
  ) -> [BillingDeterminants]? {
    guard let terms else { return nil }
    var parts: [(start: CalendarDate, version: TariffVersion)] = []
    for day in period.days {
      guard let version = version(on: day, terms) else { return nil }
      if parts.last?.version.rule != version.rule { parts.append((day, version)) }
    }
    let ends = parts.dropFirst().map(\.start) + [period.end]
    var found: [BillingDeterminants] = []
    for (part, end) in zip(parts, ends) {
      guard
        let determinants = try? DeterminantsBuilder.determinants(
          of: profile, month: month, period: DateSpan(start: part.start, end: end),
          version: part.version)
      else { return nil }
      found.append(determinants)
    }
    return found
  }

  /// The version of the account's tariff that is in force on a day.
  func version(on day: CalendarDate, _ terms: BillingTerms) -> TariffVersion? {
    let asked = terms.asOf?.firstDay ?? day
    return terms.book.tariffs[account.state(on: day).tariff]?.version(on: asked)
  }
}

extension LoadProfile {
  /// The profile with every value of active energy moved by an interval; what leaves one end comes
  /// in at the other, so that every month stays whole.
  fileprivate func moved(_ shift: StampShift) -> LoadProfile {
    guard let first = active.first, let last = active.last else { return self }
    var moved = self
    switch shift {
    case .earlier: moved.active = Array(active.dropFirst()) + [first]
    case .later: moved.active = [last] + active.dropLast()
    }
    return moved
  }
}
