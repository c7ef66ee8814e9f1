import Advice
import Billing
import Quantities

extension AuditReport {
  /// Changes that would make the bill smaller, one by one: what each saves by itself, what that
  /// rests on and what to find out first.
  func changes(_ screen: AuditScreen) -> [String] {
    guard !audit.recommendations.isEmpty else { return [] }
    let lines = audit.recommendations.flatMap { recommendation -> [String] in
      let text = Phrase.text(
        "changes.line",
        [
          "name": LeverWords.name(recommendation.lever),
          "to": LeverWords.value(recommendation.lever, recommendation.to),
          "price": recommendation.averagePriceAfter.map { style.number($0, digits: 4) } ?? "—",
          "reason": FeasibilityWords.text(recommendation.feasibility),
          "rule": rule(recommendation),
        ])
      let checks = recommendation.checks.map(SiteCheckWords.text)
        .joined(separator: Phrase.text("list.semicolon"))
      return TextBlock.lines(
        text, lead: screen.lead(style.number(recommendation.saving, digits: 2)))
        + TextBlock.lines(
          Phrase.text("changes.check", ["checks": checks]), lead: screen.lead(""), role: .note)
    }
    return lines
      + TextBlock.lines(Phrase.text("audit.each_billed"), lead: "  ", role: .note)
  }

  private func rule(_ recommendation: Recommendation) -> String {
    recommendation.because.rule?.source.map {
      Phrase.text("changes.rule", ["document": $0.citation])
    } ?? ""
  }

  /// The ten highest demand intervals and what it is worth to keep below them.
  var highestIntervals: [String] {
    guard !audit.highestIntervals.isEmpty else { return [] }
    var table = TextTable([
      .init(.left, gap: 2), .init(.right), .init(.left), .init(.right), .init(.right),
    ])
    table.add([
      "", "kW", Phrase.text("intervals.period"), Phrase.text("intervals.other"),
      Phrase.text("intervals.worth", ["currency": currency]),
    ])
    for interval in audit.highestIntervals {
      table.add([
        TimeWords.moment(interval.start), style.number(interval.demand, atMost: 1),
        interval.period.map(PeriodWords.name) ?? "—",
        interval.nextEvent.map { style.number($0, atMost: 1) } ?? "—",
        interval.worth.map { style.number($0, digits: 2) } ?? "—",
      ])
    }
    return table.lines
      + TextBlock.lines(Phrase.text("intervals.note"), lead: "  ", role: .note)
  }
}
