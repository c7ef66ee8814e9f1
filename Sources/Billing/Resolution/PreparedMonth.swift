import Quantities
import Tariffs
import Use

/// A billing period cut where rules or prices change, with what was metered in each part.
struct PreparedMonth {
  let period: DateSpan
  let rules: [(span: DateSpan, account: Account, rules: MonthRules)]
  let determinants: PeriodDeterminants
  let capacity: MonthCapacity

  /// What the determinants hang on beside the use.
  var key: MeteredMonths.Key { MeteredMonths.Key(determinants.whole.month, rules) }

  init(
    _ month: Month, account: Account, use: MeteredUse, terms: BillingTerms,
    metered: MeteredMonths = MeteredMonths()
  ) throws(BillingProblem) {
    let period = account.billingPeriod(of: month)
    self.period = period
    let spans = period.cut(at: MonthRules.turningDays(of: account, in: period, terms: terms))
    let timeline = CapacityTimeline(
      account, pauses: Self.pauseTerms(account, period, terms))
    capacity = MonthCapacity(account, timeline: timeline, period: period)
    var rules: [(span: DateSpan, account: Account, rules: MonthRules)] = []
    for span in spans {
      let state = account.state(on: span.start)
      rules.append(
        (
          span, state,
          try MonthRules.rules(
            for: state, month: month, on: span.start, capacity: capacity.inUse, terms: terms)
        ))
    }
    self.rules = rules
    if !metered.isEmpty, let known = metered[MeteredMonths.Key(month, rules)] {
      determinants = known
      return
    }
    switch use {
    case .intervals(let profile):
      determinants = try PeriodDeterminants(
        of: profile, month: month, segments: rules.map { (span: $0.span, rules: $0.rules) },
        memory: terms.memory)
    case .readings(let readings):
      guard let reading = readings.first(where: { $0.month == month }) else {
        throw .missingUse(.maximumDemand, charge: "energy", month: month)
      }
      determinants = try PeriodDeterminants(
        of: reading, segments: rules.map { (span: $0.span, version: $0.rules.version) })
    }
  }

  /// Pauses count by the rules of the tariff the account is under when the period begins.
  private static func pauseTerms(
    _ account: Account, _ period: DateSpan, _ terms: BillingTerms
  ) -> CapacityTimeline.PauseTerms {
    // Without events there is nothing to pause, and no need to look for the rules yet.
    guard !account.events.isEmpty else { return .init(.since2016) }
    let date = terms.asOf?.firstDay ?? period.start
    let version = terms.book.tariffs[account.state(on: period.start).tariff]?.version(on: date)
    return .init(version?.basicCharge?.pauses ?? .since2016)
  }

  func billing(in context: MonthBilling.BillingContext) -> MonthBilling? {
    guard let account = rules.first?.account else { return nil }
    return MonthBilling(
      account, period: period,
      segments: zip(rules, determinants.segments).map {
        BillingSegment(span: $0.span, rules: $0.rules, account: $0.account, determinants: $1)
      }, whole: determinants.whole, capacity: capacity, context: context)
  }
}

extension MeteredUse {
  /// The interval data, where that is what there is.
  var profile: LoadProfile? {
    guard case .intervals(let profile) = self else { return nil }
    return profile
  }
}
