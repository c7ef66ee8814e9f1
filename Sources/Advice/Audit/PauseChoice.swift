import Billing
import Quantities
import Tariffs
import Use

/// The transformers worth pausing in months of low load (暂停), within what the tariff allows.
struct PauseChoice {
  /// The pauses.
  let pauses: [UnitPause]
  /// The capacity they take off the basic charge, summed over the months. [kVA·months]
  let capacityMonths: Quantity
  /// Peak over rating of what is left, in the month where it is highest. [fraction]
  let load: Rate

  /// The lever.
  var lever: Lever { .pause(pauses) }

  /// Searches; nothing where no unit can be spared, or there are too many to search.
  ///
  /// The highest power of months in which the power factor is not metered is taken over the lowest
  /// that was billed.
  init?(_ subject: AccountCase, _ bill: AccountBill, limits: TransformerFeasibility.Limits) {
    let account = subject.account
    guard account.lines.isEmpty, !account.installedUnits.isEmpty, let last = bill.bills.last,
      let rule = subject.version(in: last.month)?.basicCharge?.pauses,
      let factor = PlantOptions.powerFactor(bill)
    else { return nil }
    let billed = Set(bill.bills.map(\.month))
    let peaks = MonthlyPeak.peaks(of: subject.use, account: account, powerFactor: factor)
      .filter { billed.contains($0.month) }
    let fleet = InstalledFleet(account)
    let search = PauseSearch(
      fleet, peaks: peaks,
      terms: .init(
        leastDays: rule.leastDays, mostAYear: rule.mostAYear,
        // Half a year is 183 days, as it is billed.
        mostDaysAYear: rule.mostMonthsAYear.map { ($0 * 61 + 1) / 2 }), limits: limits)
    let found: ([PauseSearch.Pause], Quantity)
    switch search.choice {
    case .best(let pauses, let saved), .good(let pauses, let saved): found = (pauses, saved)
    case .tooLarge: return nil
    }
    guard !found.0.isEmpty else { return nil }
    pauses = found.0.map { UnitPause(unit: $0.unit, span: $0.span) }
    capacityMonths = found.1
    load =
      peaks.compactMap { peak -> Rate? in
        let resting = found.0.filter { $0.span.contains(peak.month.firstDay) }.map(\.unit)
        guard !resting.isEmpty else { return nil }
        return TransformerFeasibility(
          fleet.without(Set(resting)), peak: peak.apparent, limits: limits
        ).loadRatio
      }.max() ?? .zero
  }
}
