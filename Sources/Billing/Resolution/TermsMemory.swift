import Quantities
import Synchronization
import Tariffs
import Use

/// What was found in a book before: thousands of accounts ask the same of it.
final class TermsMemory: Sendable {
  /// What rules and prices hang on beside the book and what was asked.
  struct RulesKey: Sendable, Hashable {
    let tariff: String
    let voltage: Voltage?
    let month: Month
    let date: CalendarDate
    let capacity: Power?
  }

  private let layouts = Mutex([LayoutKey: MeterLayout]())
  private let rules = Mutex([RulesKey: MonthRules]())
  private let turningDays = Mutex([String: [CalendarDate]]())

  private struct LayoutKey: Sendable, Hashable {
    let tariff: String
    /// The first day of the version.
    let version: CalendarDate
    let period: DateSpan
    let intervalSeconds: Int
  }

  /// The layout of some days.
  func layout(
    _ period: DateSpan, of rules: MonthRules, intervalSeconds: Int
  ) throws(BillingProblem) -> MeterLayout {
    let key = LayoutKey(
      tariff: rules.tariff.id, version: rules.version.inForce.from, period: period,
      intervalSeconds: intervalSeconds)
    if let layout = layouts.withLock({ $0[key] }) { return layout }
    let layout = try MeterLayout(
      period: period, version: rules.version, intervalSeconds: intervalSeconds)
    layouts.withLock { $0[key] = layout }
    return layout
  }

  /// Rules and prices; those that cannot be found are looked for anew.
  func rules(
    _ key: RulesKey, _ find: () throws(BillingProblem) -> MonthRules
  ) throws(BillingProblem) -> MonthRules {
    if let known = rules.withLock({ $0[key] }) { return known }
    let found = try find()
    rules.withLock { $0[key] = found }
    return found
  }

  /// The days on which the rules or prices of a tariff may change.
  func turningDays(of tariff: String, _ find: () -> [CalendarDate]) -> [CalendarDate] {
    if let known = turningDays.withLock({ $0[tariff] }) { return known }
    let found = find()
    turningDays.withLock { $0[tariff] = found }
    return found
  }
}
