import Quantities
import Use

/// Which transformers can be paused (暂停) in which months.
///
/// Pauses are of whole calendar months. How long and how often a unit may pause is told by the
/// tariff: since 2016 at least 15 days each and six months in a calendar year (发改办价格〔2016〕
/// 1583号).
package struct PauseSearch: Sendable {
  /// A unit and the days it is paused.
  package struct Pause: Sendable, Hashable {
    /// The unit's name.
    package let unit: String
    /// The days.
    package let span: DateSpan
  }

  /// The pauses that save most capacity.
  package enum Choice: Sendable, Hashable {
    /// The pauses, and the capacity they take off the basic charge, summed over the months.
    /// [kVA·months]
    case best([Pause], saved: Quantity)
    /// As before, where there are too many ways to go through them all: there may be better ones.
    case good([Pause], saved: Quantity)
    /// There are more than eight units.
    case tooLarge
  }

  /// The longest stretches over which each unit by itself can be spared, whatever a year allows.
  package let candidates: [Pause]
  /// Units that can be spared in every month: these can be removed for good (减容).
  package let removable: [String]
  /// The pauses that save most within what a year allows; of equal ones the fewest.
  package let choice: Choice

  /// Searches.
  ///
  /// - Parameters:
  ///   - fleet: Units that are named one by one.
  ///   - peaks: The months, each with its highest apparent power; one peak a month.
  ///   - terms: How pauses count.
  ///   - limits: How far those that are left may be loaded.
  package init(
    _ fleet: InstalledFleet, peaks: [MonthlyPeak], terms: CapacityTimeline.PauseTerms,
    limits: TransformerFeasibility.Limits = TransformerFeasibility.Limits()
  ) {
    let peaks = peaks.sorted { $0.month < $1.month }
    let units = fleet.groups.joined().filter { $0.standby != .cold }.map(\.id)
    var candidates: [Pause] = []
    var removable: [String] = []
    for unit in units {
      let rest = fleet.without([unit])
      let spared = peaks.filter {
        TransformerFeasibility(rest, peak: $0.apparent, limits: limits).isFeasible
      }.map(\.month)
      candidates += Self.stretches(spared).filter { $0.dayCount >= terms.leastDays }
        .map { Pause(unit: unit, span: $0) }
      if !peaks.isEmpty, spared.count == peaks.count { removable.append(unit) }
    }
    self.candidates = candidates
    self.removable = removable
    choice = PausePlan(fleet, units: units, peaks: peaks, terms: terms, limits: limits).choice
  }

  /// Months that follow each other, as days.
  static func stretches(_ months: [Month]) -> [DateSpan] {
    var spans: [DateSpan] = []
    var first: Month?
    for (index, month) in months.enumerated() {
      let start = first ?? month
      first = start
      let next = index + 1 < months.count ? months[index + 1] : nil
      guard next != month.adding(1) else { continue }
      if let span = DateSpan(start: start.firstDay, end: month.endDay) { spans.append(span) }
      first = nil
    }
    return spans
  }
}
