import Tariffs
import Use

extension CapacityTimeline.PauseTerms {
  /// How pauses count by a tariff's rule.
  ///
  /// Half a year is 183 days, however the months fall.
  package init(_ rule: PauseRule) {
    self.init(
      leastDays: rule.leastDays, mostAYear: rule.mostAYear,
      mostDaysAYear: rule.mostMonthsAYear.map { ($0 * 61 + 1) / 2 })
  }
}
