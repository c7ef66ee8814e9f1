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
    table.add(["change", "to", "saves \(currency)", "then per kWh"])
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
      lines += TextBlock.lines("\(name): \(reason)\(rule(recommendation)).", lead: "    ")
      let checks = recommendation.checks.map(SiteCheckWords.text).joined(separator: "; ")
      lines += TextBlock.lines("check on site: \(checks).", lead: "      ")
    }
    lines += bestLines
    lines += TextBlock.lines(
      "Each change is billed in full over the months above, so what it does to other charges is in "
        + "its saving.", lead: "  ")
    return lines
  }

  private func rule(_ recommendation: Recommendation) -> String {
    recommendation.because.rule?.source.map { " (\($0.citation))" } ?? ""
  }

  private var bestLines: [String] {
    guard let optimum = audit.optimum, let best = audit.best else { return [] }
    let parts = best.levers.map {
      "\(LeverWords.name($0.lever)) \(LeverWords.value($0.lever, $0.to))"
    }.joined(separator: " and ")
    let average = best.scenario.averagePrice.map { style.number($0, digits: 4) } ?? "—"
    return TextBlock.lines(
      "Best of what was tried: \(parts) saves \(money(best.saving)), then \(average) per kWh; "
        + proof(optimum, best) + ".", lead: "  ")
  }

  private func proof(_ optimum: Optimum, _ best: WhatIf) -> String {
    if optimum.isOptimal { return "no choice of these is cheaper, which is proved" }
    guard let bound = optimum.lowerBound else {
      return "that nothing is cheaper is not proved"
    }
    return
      "any other choice of these is at most \(money(best.scenario.total - bound)) cheaper, which "
      + "is proved"
  }

  /// The ten highest demand intervals and what it is worth to keep below them.
  var highestIntervals: [String] {
    guard !audit.highestIntervals.isEmpty else { return [] }
    var table = TextTable([
      .init(.left, gap: 2), .init(.right), .init(.left), .init(.right), .init(.right),
    ])
    table.add(["", "kW", "period", "other events kW", "worth \(currency)"])
    for interval in audit.highestIntervals {
      table.add([
        TimeWords.moment(interval.start), style.number(interval.demand, atMost: 1),
        interval.period?.name ?? "—",
        interval.nextEvent.map { style.number($0, atMost: 1) } ?? "—",
        interval.worth.map { style.number($0, digits: 2) } ?? "—",
      ])
    }
    return table.lines
      + TextBlock.lines(
        "Worth: what the month's bill would be less if demand had kept to the highest of its other "
          + "events, two hours and more from this interval and all higher ones.", lead: "  ")
  }
}
