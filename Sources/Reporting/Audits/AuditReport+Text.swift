import Advice
import Billing
import Documents
import Quantities

extension AuditReport {
  /// The audit as text: what matters first, then what it rests on.
  package var text: String {
    var lines = heading
    lines += section(Phrase.text("text.money"), anatomy)
    lines += section(Phrase.text("text.load"), load)
    lines += section(Phrase.text("text.findings"), findings)
    lines += section(Phrase.text("text.changes"), recommendations)
    lines += section(Phrase.text("intervals.title"), highestIntervals)
    lines += section(Phrase.text("text.thresholds"), thresholds)
    lines += section(Phrase.text("claims.title"), claims)
    return lines.joined(separator: "\n") + "\n"
  }

  var style: NumberStyle { .grouped }

  private func section(_ title: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : ["", title] + lines
  }

  private var heading: [String] {
    let bill = audit.bill
    let months = bill.bills.map(\.month)
    let figures = audit.indicators
    var lines = [BillHeader.account(bill.account)]
    lines += TextBlock.ends(
      BillHeader.tariff(bill.account, bill.tariff), MonthWords.list(months), width: 84)
    let average = figures.averagePrice.map { style.number($0, digits: 4) } ?? "—"
    lines.append(
      Phrase.text(
        "audit.cost",
        [
          "energy": style.number(figures.energy.quantity, atMost: 0),
          "total": money(figures.total), "price": average,
          "as_of": BillHeader.asOf(audit.subject.biller.terms.asOf),
        ]))
    if !bill.incompleteMonths.isEmpty {
      lines.append(
        Phrase.text(
          "audit.not_billed", ["months": MonthWords.list(bill.incompleteMonths)]))
    }
    return lines
  }

  func money(_ amount: Money) -> String {
    "\(style.number(amount, digits: 2)) \(currency)"
  }

  private var anatomy: [String] {
    var table = TextTable([
      .init(.left, gap: 2), .init(.right), .init(.right), .init(.right), .init(.left, gap: 2),
    ])
    table.add(["", currency, Phrase.text("text.share"), Phrase.text("column.per_kwh")])
    for charge in audit.indicators.charges {
      let perEnergy = charge.amount.per(audit.indicators.energy.quantity)
      table.add([
        ChargeWords.group(charge),
        style.number(charge.amount, digits: 2), PercentWords.share(charge.share),
        perEnergy.map { style.number($0, digits: 4) } ?? "—", Bar.text(charge.share),
      ])
    }
    table.addRule(under: [1, 2, 3])
    table.add([
      Phrase.text("column.total"), style.number(audit.indicators.total, digits: 2), "100.0 %",
      audit.indicators.averagePrice.map { style.number($0, digits: 4) } ?? "—",
    ])
    return table.lines
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

  private var findings: [String] {
    audit.findings.flatMap { finding in
      TextBlock.lines(
        FindingWords(finding: finding, currency: currency).text + " [\(finding.code.rawValue)]",
        lead: "  \(Self.mark(finding.severity)) ")
    }
  }

  /// The severity, in as much room as the widest of them takes.
  private static func mark(_ severity: Finding.Severity) -> String {
    func word(_ severity: Finding.Severity) -> String {
      Phrase.text("severity.\(severity.rawValue)")
    }
    let widest = Finding.Severity.allCases.map { DisplayWidth.of(word($0)) }.max() ?? 0
    let text = word(severity)
    return text + String(repeating: " ", count: widest + 1 - DisplayWidth.of(text))
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
