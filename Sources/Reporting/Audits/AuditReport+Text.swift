import Advice
import Billing
import Documents
import Quantities

extension AuditReport {
  /// The audit as text: what matters most on one screen, then what it rests on.
  package var text: String {
    let screen = AuditScreen(report: self)
    let lines = screen.lines + details(screen).flatMap { TextBlock.section($0.title, $0.lines) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A part below the first screen.
  struct Detail {
    /// What the first screen calls it.
    let name: String
    let title: String
    let lines: [String]
  }

  /// The parts below the first screen there is something to say in.
  func details(_ screen: AuditScreen) -> [Detail] {
    let rest = screen.furtherFindings
    let all = [
      Detail(
        name: Phrase.text("below.findings", ["count": style.count(rest.count)]),
        title: Phrase.text("text.further"), lines: rest.flatMap { screen.lines(of: $0) }),
      Detail(
        name: Phrase.text("below.changes"), title: Phrase.text("text.changes"),
        lines: changes(screen)),
      Detail(name: Phrase.text("below.load"), title: Phrase.text("text.load"), lines: load),
      Detail(
        name: Phrase.text("below.intervals"), title: Phrase.text("intervals.title"),
        lines: highestIntervals),
      Detail(
        name: Phrase.text("below.thresholds"), title: Phrase.text("text.thresholds"),
        lines: thresholds),
      Detail(
        name: Phrase.text("below.claims"), title: Phrase.text("claims.title"), lines: claims),
    ]
    return all.filter { !$0.lines.isEmpty }
  }

  var style: NumberStyle { .grouped }

  func money(_ amount: Money) -> String {
    "\(style.number(amount, digits: 2)) \(currency)"
  }

  private var load: [String] {
    let figures = audit.indicators
    var table = TextTable([.init(.left, gap: 2), .init(.left, gap: 2)])
    if let demand = figures.maximumDemand {
      let time = figures.maximumDemandStart.map { " (\(TimeWords.moment($0)))" } ?? ""
      let mean =
        figures.meanMonthlyMaximum.map {
          Phrase.text("load.mean", ["value": style.number($0, atMost: 2)])
        } ?? ""
      table.add([
        Phrase.text("load.maximum"), "\(style.number(demand, atMost: 2)) kW\(time)\(mean)",
      ])
    }
    if let factor = figures.loadFactor {
      table.add([
        Phrase.text("load.factor"),
        Phrase.text("load.factor_text", ["value": PercentWords.share(factor)]),
      ])
    }
    if let ratio = figures.loadRatio, let capacity = figures.capacity {
      table.add([
        Phrase.text("load.transformers"),
        Phrase.text(
          "load.transformers_text",
          [
            "capacity": style.number(capacity, atMost: 1), "ratio": PercentWords.share(ratio),
          ]),
      ])
    }
    if let saving = audit.parallelSaving {
      table.add([
        Phrase.text("load.parallel"),
        Phrase.text(
          "load.parallel_text",
          [
            "energy": style.number(saving.energy.quantity, atMost: 0),
            "count": style.count(saving.switchings),
          ]),
      ])
    }
    if let factor = figures.powerFactor {
      table.add([
        Phrase.text("load.power_factor"),
        Phrase.text("load.power_factor_text", ["value": factor.text(digits: 4)]),
      ])
    }
    if figures.periodShares.count > 1 {
      table.add([
        Phrase.text("load.periods"),
        figures.periodShares.map {
          "\(PeriodWords.name($0.period)) \(PercentWords.share($0.share))"
        }
        .joined(separator: " · "),
      ])
    }
    return table.lines
  }

  private var thresholds: [String] {
    audit.thresholds.flatMap { threshold -> [String] in
      TextBlock.lines(ThresholdWords.text(threshold, style), lead: "  ")
    }
  }

  private var claims: [String] {
    guard !audit.claims.isEmpty else { return [] }
    var table = TextTable([.init(.left, gap: 2), .init(.right), .init(.right), .init(.left)])
    table.add(["", Phrase.text("claims.published"), Phrase.text("claims.computed"), ""])
    for claim in audit.claims {
      let computed =
        claim.computed.map { style.number($0, digits: claim.claim.digits) }
        ?? Phrase.text("claims.impossible")
      table.add([
        claim.claim.text, style.number(claim.claim.published, digits: claim.claim.digits), computed,
        Phrase.text(claim.holds ? "claims.holds" : "claims.fails"),
      ])
    }
    return table.lines
  }
}
