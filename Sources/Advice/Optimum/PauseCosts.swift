import Billing
import Quantities
import Tariffs
import Use

/// What each month costs by each method with each set of units paused that can be spared in it.
///
/// A pause changes what the engine bills for a month and nothing in another, but for the days and
/// pauses a year allows, which ``PausePlan`` counts. So each month is billed by itself.
struct PauseCosts {
  let units: PausableUnits
  /// The methods, in the order in which the months number them.
  let methods: [BasicChargeMethod]
  /// The months with what they cost, in units of money.
  private(set) var months: [PausePlan.Month] = []
  /// How pauses count in the last month.
  let terms: CapacityTimeline.PauseTerms
  /// Whether they count so in every month.
  let isOneRule: Bool
  /// By how much rounding may make a bill less than is said here. [currency]
  private(set) var slack = Money.zero
  /// Whether no bill of a month can be less than its cost here, but for rounding.
  private(set) var isBound = true

  private let state: AccountCase
  private let rules: [PauseRule]
  private let pricing: MonthPricing

  /// Nothing where no unit can be spared in any month.
  ///
  /// - Parameters:
  ///   - state: The account with its set of transformers, nothing paused.
  ///   - known: What its months cost with nothing paused.
  ///   - freedom: Which units may be paused.
  ///   - flexible: What of each month may change hour by hour.
  init?(
    _ state: AccountCase, _ known: MonthCosts, _ freedom: PauseFreedom,
    _ flexible: inout FlexibleMonths
  ) {
    guard let units = PausableUnits(state.account) else { return nil }
    let masks = known.months.map { freedom.sparable(units, in: $0) }
    let rules = known.months.map { state.version(in: $0)?.basicCharge?.pauses ?? .since2016 }
    guard let rule = rules.last, masks.contains(where: { $0.count > 1 }) else { return nil }
    self.units = units
    self.state = state
    self.rules = rules
    terms = CapacityTimeline.PauseTerms(rule)
    isOneRule = rules.allSatisfy { $0 == rule }
    pricing = MonthPricing(freedom: freedom.freedom, contracts: nil)
    methods = BasicChargeMethod.allCases.filter { method in
      known.costs.contains { $0[method] != nil }
    }
    for (index, month) in known.months.enumerated() {
      add(month, index, masks[index], known, &flexible)
    }
  }

  /// A state of a month that differs from others in what is billed.
  private enum Key: Hashable {
    case capacity(Power)
    case units(Int)
  }

  private mutating func add(
    _ month: Month, _ index: Int, _ masks: [Int], _ known: MonthCosts,
    _ flexible: inout FlexibleMonths
  ) {
    let rule = rules[index]
    // Elsewhere it is the capacity alone that counts.
    let countUnits =
      rule.shareStillDue > .zero || state.account.meteringSide == .lowVoltage
      || state.account.installedUnits.contains { $0.losses != nil }
    var found: [Key: [BasicChargeMethod: MonthPricing.Price]] = [:]
    var costs: [[Int: Int128]] = methods.map { _ in [:] }
    for mask in masks {
      let key =
        countUnits ? Key.units(units.first(like: mask)) : .capacity(units.capacity(of: mask))
      let prices =
        found[key] ?? self.prices(month, mask, rule, Set(known.costs[index].keys), &flexible)
      found[key] = prices
      for (number, method) in methods.enumerated() {
        costs[number][mask] = prices[method]?.cost.units
      }
    }
    let all = found.values.flatMap(\.values)
    slack += all.map(\.slack).max() ?? .zero
    isBound = isBound && all.allSatisfy(\.isBound)
    let before = index > 0 ? known.months[index - 1].ordinal : month.ordinal
    let term = max(1, known.methodMonths)
    months.append(
      PausePlan.Month(
        span: state.account.billingPeriod(of: month),
        mayChange: before / term < month.ordinal / term, costs: costs))
  }

  private mutating func prices(
    _ month: Month, _ mask: Int, _ rule: PauseRule, _ methods: Set<BasicChargeMethod>,
    _ flexible: inout FlexibleMonths
  ) -> [BasicChargeMethod: MonthPricing.Price] {
    guard let study = study(of: month, without: mask, rule) else { return [:] }
    if let basic = study.version?.basicCharge {
      return pricing.prices(study, basic, &flexible)
    }
    // What is left is billed under a tariff without a basic charge. A shift or a battery was
    // searched at other prices then.
    let isFixed = flexible[month] == nil
    guard isFixed, let price = try? pricing.price(study, nil, &flexible) else {
      isBound = isBound && isFixed
      return [:]
    }
    return Dictionary(uniqueKeysWithValues: methods.map { ($0, price) })
  }

  /// A month with units paused for as long as a pause lasts at the least.
  private func study(of month: Month, without mask: Int, _ rule: PauseRule) -> MonthStudy? {
    guard mask != 0 else { return try? state.study(of: month) }
    let period = state.account.billingPeriod(of: month)
    let end = max(period.end, period.start.adding(days: rule.leastDays))
    guard let span = DateSpan(start: period.start, end: end) else { return nil }
    let pauses = units.names(in: mask).map { UnitPause(unit: $0, span: span) }
    return try? state.applying(.pause(pauses)).study(of: month)
  }
}
