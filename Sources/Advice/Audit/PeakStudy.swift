import Billing
import Quantities
import Tariffs
import Use

/// The demand intervals of an account's whole months, and what lower maxima would save.
///
/// A month is billed with another maximum demand and all else as metered, so that floors, excess
/// and the power-factor adjustment are in the difference.
struct PeakStudy {
  /// A whole month with intervals.
  private struct Entry {
    let study: MonthStudy
    let record: DemandRecord
  }

  private let profile: LoadProfile
  private let entries: [Entry]

  /// A month whose maximum stands apart.
  struct Event {
    /// The billing month.
    let month: Month
    /// When the maximum begins.
    let start: LocalTime
    /// The maximum. [kW]
    let demand: Power
    /// The highest demand of another event. [kW]
    let next: Power
    /// What the month's bill would be smaller with that. [currency]
    let worth: Money
  }

  /// Prepares an account's months; nothing without intervals.
  init?(_ subject: AccountCase) {
    guard case .intervals(let profile) = subject.use else { return nil }
    var history: [Month: BillingDeterminants] = [:]
    var entries: [Entry] = []
    for month in subject.months {
      guard let study = try? subject.study(of: month, history: history) else { continue }
      history[month] = study.determinants
      guard study.determinants.coverage.isWhole else { continue }
      let seconds = study.determinants.demandIntervalSeconds ?? profile.intervalSeconds
      entries.append(
        Entry(
          study: study,
          record: DemandRecord(profile, period: study.period, demandSeconds: seconds)))
    }
    self.profile = profile
    self.entries = entries
  }

  /// The highest intervals of all months, the highest first, of equal ones the earlier.
  func highest(_ count: Int) -> [HighestInterval] {
    let ranked = entries.flatMap { entry in
      entry.record.blocks.sorted { $0.ranks(before: $1) }.prefix(count).map { (entry, $0) }
    }.sorted { $0.1.ranks(before: $1.1) }
    return ranked.prefix(count).map { entry, block in
      let start = profile.start(of: block.position)
      let next = entry.record.next(below: block).map(entry.record.power)
      return HighestInterval(
        start: start, demand: entry.record.power(block), month: entry.study.determinants.month,
        period: entry.study.version?.timeOfUse.period(on: start.date, minute: start.second / 60),
        nextEvent: next, worth: next.flatMap { worth(of: $0, in: entry.study) })
    }
  }

  /// Months whose maximum exceeds the highest demand of every other event by more than a share.
  func singleEvents(margin: Rate) -> [Event] {
    entries.compactMap { entry in
      guard let top = entry.record.highest, let below = entry.record.next(below: top) else {
        return nil
      }
      let demand = entry.record.power(top)
      let next = entry.record.power(below)
      guard next > .zero, demand > next + next.times(margin),
        let worth = worth(of: next, in: entry.study)
      else { return nil }
      return Event(
        month: entry.study.determinants.month, start: profile.start(of: top.position),
        demand: demand, next: next, worth: worth)
    }
  }

  private func worth(of demand: Power, in study: MonthStudy) -> Money? {
    guard profile.lines.isEmpty else { return nil }
    var departure = MonthStudy.Departure()
    departure.demand = demand
    guard let present = try? study.bill(), let changed = try? study.bill(departure) else {
      return nil
    }
    return present.total - changed.total
  }
}
