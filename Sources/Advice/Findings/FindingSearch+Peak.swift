import Billing
import Quantities

extension FindingSearch {
  /// A maximum that exceeds all other events of its month by more than this stands apart.
  private static let eventMargin = Rate(units: 50_000_000_000)

  /// Maxima that one event has set.
  ///
  /// A month billed by capacity is left out: its peak costs nothing.
  var peakFindings: [Finding] {
    let byDemand = Set(bills.filter { $0.billedDemand != nil }.map(\.month))
    let events = (peaks?.singleEvents(margin: Self.eventMargin) ?? []).filter {
      byDemand.contains($0.month)
    }
    guard let dearest = events.max(by: { ($0.worth, $1.month) < ($1.worth, $0.month) }) else {
      return []
    }
    let worth = events.reduce(Money.zero) { $0 + $1.worth }
    return [
      Finding(
        code: .peakSetByOneEvent, severity: worth > .zero ? .saving : .info,
        evidence: [
          .init("months", .months(events.map(\.month))), .init("at", .moment(dearest.start)),
          .init("max_demand_kw", .power(dearest.demand)),
          .init("next_event_kw", .power(dearest.next)),
          .init("worth_in_that_month", .money(dearest.worth)), .init("worth", .money(worth)),
        ])
    ]
  }
}
