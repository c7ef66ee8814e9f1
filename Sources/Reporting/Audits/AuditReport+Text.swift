import Advice
import Billing
import Quantities

extension AuditReport {
  /// The audit as text: what matters first, then what it rests on.
  package var text: String {
    var lines = heading
    lines += section("Where the money goes", anatomy)
    lines += section("The load", load)
    lines += section("What stands out", findings)
    lines += section("What would make the bill smaller", recommendations)
    lines += section("The ten highest demand intervals", highestIntervals)
    lines += section("How far from the next border", thresholds)
    lines += section("What was published, and what follows from the rules", claims)
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
      "\(style.number(figures.energy.quantity, atMost: 0)) kWh cost "
        + "\(money(figures.total)): \(average) per kWh"
        + BillHeader.asOf(audit.subject.biller.terms.asOf))
    if !bill.incompleteMonths.isEmpty {
      lines.append("Not billed for missing data: \(MonthWords.list(bill.incompleteMonths))")
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
    table.add(["", currency, "share", "per kWh"])
    for charge in audit.indicators.charges {
      let perEnergy = charge.amount.per(audit.indicators.energy.quantity)
      table.add([
        ChargeWords.group(charge.name == "power_factor" ? "power-factor" : charge.name),
        style.number(charge.amount, digits: 2), PercentWords.share(charge.share),
        perEnergy.map { style.number($0, digits: 4) } ?? "—", Bar.text(charge.share),
      ])
    }
    table.addRule(under: [1, 2, 3])
    table.add([
      "Total", style.number(audit.indicators.total, digits: 2), "100.0 %",
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
          ", monthly maxima \(style.number($0, atMost: 2)) kW on average"
        } ?? ""
      table.add(["maximum demand", "\(style.number(demand, atMost: 2)) kW\(time)\(mean)"])
    }
    if let factor = figures.loadFactor {
      table.add(["load factor", "\(PercentWords.share(factor)) of an even load at that maximum"])
    }
    if let ratio = figures.loadRatio, let capacity = figures.capacity {
      table.add([
        "transformers",
        "\(style.number(capacity, atMost: 1)) kVA, loaded to \(PercentWords.share(ratio)) at the most",
      ])
    }
    if let saving = audit.parallelSaving {
      table.add([
        "side by side",
        "\(style.number(saving.energy.quantity, atMost: 0)) kWh less are lost where only the units run "
          + "that lose least, with \(style.number(Quantity(saving.switchings), atMost: 0)) switchings",
      ])
    }
    if let factor = figures.powerFactor {
      table.add(["power factor", "\(factor.text(digits: 4)) on average"])
    }
    if figures.periodShares.count > 1 {
      table.add([
        "periods",
        figures.periodShares.map { "\($0.period) \(PercentWords.share($0.share))" }
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

  private static func mark(_ severity: Finding.Severity) -> String {
    switch severity {
    case .saving: return "saving  "
    case .error: return "error   "
    case .warning: return "warning "
    case .info: return "note    "
    }
  }

  private var thresholds: [String] {
    audit.thresholds.flatMap { threshold -> [String] in
      TextBlock.lines(ThresholdWords.text(threshold, style), lead: "  ")
    }
  }

  private var claims: [String] {
    guard !audit.claims.isEmpty else { return [] }
    var table = TextTable([.init(.left, gap: 2), .init(.right), .init(.right), .init(.left)])
    table.add(["", "published", "computed", ""])
    for claim in audit.claims {
      let computed =
        claim.computed.map { style.number($0, digits: claim.claim.digits) } ?? "not possible"
      table.add([
        claim.claim.text, style.number(claim.claim.published, digits: claim.claim.digits), computed,
        claim.holds ? "holds" : "does not hold",
      ])
    }
    return table.lines
  }
}
