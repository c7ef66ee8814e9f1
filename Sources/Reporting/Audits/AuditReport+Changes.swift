import Advice
import Billing
import Quantities

extension AuditReport {
  /// Changes that would make the bill smaller, what they rest on and what to find out first.
  var recommendations: [String] {
    guard !audit.recommendations.isEmpty else { return [] }
    var table = TextTable([
      .init(.left, gap: 2), .init(.left), .init(.right), .init(.right),
    ])
    table.add([
      Phrase.text("changes.change"), Phrase.text("changes.to"),
      Phrase.text("changes.saves", ["currency": currency]), Phrase.text("changes.then"),
    ])
    for recommendation in audit.recommendations {
      table.add([
        LeverWords.name(recommendation.lever),
        LeverWords.value(recommendation.lever, recommendation.to),
        style.number(recommendation.saving, digits: 2),
        recommendation.averagePriceAfter.map { style.number($0, digits: 4) } ?? "—",
      ])
    }
    var lines = table.lines
    for recommendation in audit.recommendations {
      let name = LeverWords.name(recommendation.lever)
      let reason = FeasibilityWords.text(recommendation.feasibility)
      lines += TextBlock.lines(
        Phrase.text(
          "changes.line", ["name": name, "reason": reason, "rule": rule(recommendation)]),
        lead: "    ")
      let checks = recommendation.checks.map(SiteCheckWords.text)
        .joined(separator: Phrase.text("list.semicolon"))
      lines += TextBlock.lines(
        Phrase.text("changes.check", ["checks": checks]), lead: "      ")
    }
    lines += bestLines
    lines += TextBlock.lines(Phrase.text("audit.each_billed"), lead: "  ")
    return lines
  }

  private func rule(_ recommendation: Recommendation) -> String {
    recommendation.because.rule?.source.map {
      Phrase.text("changes.rule", ["document": $0.citation])
    } ?? ""
  }

  private var bestLines: [String] {
    guard let optimum = audit.optimum, let best = audit.best else { return [] }
    let parts = best.levers.map {
      "\(LeverWords.name($0.lever)) \(LeverWords.value($0.lever, $0.to))"
    }.joined(separator: Phrase.text("list.and"))
    let average = best.scenario.averagePrice.map { style.number($0, digits: 4) } ?? "—"
    return TextBlock.lines(
      Phrase.text(
        "changes.best",
        [
          "parts": parts, "saving": money(best.saving), "price": average,
          "proof": CertaintyWords.text(optimum, best, currency),
        ]), lead: "  ")
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
      + TextBlock.lines(Phrase.text("intervals.note"), lead: "  ")
  }
}
