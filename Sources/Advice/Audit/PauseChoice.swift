import Billing
import Quantities
import Tariffs
import Use

/// The transformers worth pausing in months of low load (暂停), all else as it is.
struct PauseChoice {
  /// The pauses.
  let pauses: [UnitPause]
  /// Peak over rating of what is left, in the month where it is highest. [fraction]
  let load: Rate

  /// The lever.
  var lever: Lever { .pause(pauses) }

  /// Searches; nothing where no pause saves, or there are too many units to search.
  init?(_ subject: AccountCase, _ bill: AccountBill) {
    var freedom = Freedom()
    freedom.kept = Set(Freedom.Part.allCases).subtracting([.pauses])
    var flexible = FlexibleMonths.none
    guard let pausing = PauseFreedom(subject, bill, freedom),
      let known = try? MonthCosts(subject, freedom, &flexible),
      let costs = PauseCosts(subject, known, pausing, &flexible),
      let found = PauseOptimum(costs), !found.pauses.isEmpty
    else { return nil }
    pauses = found.pauses
    load =
      known.months.compactMap { month -> Rate? in
        let start = subject.account.billingPeriod(of: month).start
        let resting = found.pauses.filter { $0.span.contains(start) }.map(\.unit)
        guard !resting.isEmpty else { return nil }
        return pausing.loadRatio(costs.units, without: costs.units.mask(of: resting), in: month)
      }.max() ?? .zero
  }
}
