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
  private let turns = Mutex([String: Turns]())
  private let minutes = Mutex([MinutesKey: [PeriodName: Int]]())

  private struct MinutesKey: Sendable, Hashable {
    let tariff: String
    /// The first day of the version.
    let version: CalendarDate
    let month: Month
  }

  /// When the rules or prices of a tariff may change.
  struct Turns: Sendable {
    let days: [CalendarDate]
    /// Whether they may with each month of the year as well.
    let areSeasonal: Bool
  }

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

  /// How long each period of a version lasts in a month. [min]
  func minutes(
    in month: Month, of version: TariffVersion, _ tariff: String
  ) -> [PeriodName: Int] {
    let key = MinutesKey(tariff: tariff, version: version.inForce.from, month: month)
    if let known = minutes.withLock({ $0[key] }) { return known }
    let found = version.timeOfUse.minutes(in: month)
    minutes.withLock { $0[key] = found }
    return found
  }

  /// When the rules or prices of a tariff may change; nothing of one that is not there.
  func turns(of tariff: String, _ find: () -> Turns?) -> Turns? {
    if let known = turns.withLock({ $0[tariff] }) { return known }
    let found = find()
    turns.withLock { $0[tariff] = found }
    return found
  }
}
