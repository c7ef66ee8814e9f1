import Advice
import Billing
import Documents
import Quantities

/// What matters most of an audit, on one screen: whose bill it is, what it comes to and could come
/// to, where the money goes, what stands out, and the best of all changes.
struct AuditScreen {
  let report: AuditReport
  /// What stands on the screen, and what is left for below, each by how much it matters.
  let shownFindings: [Finding]
  let furtherFindings: [Finding]

  /// The most lines of the screen.
  static let height = 30
  /// The room for an empty line, the title of the findings, and what is said of the rest.
  private static let frame = 4

  /// Fills the screen.
  init(report: AuditReport) {
    let ranked = report.audit.findings.enumerated()
      .sorted { Self.rank($0) < Self.rank($1) }.map(\.element)
    let empty = AuditScreen(report: report, shown: [], further: ranked)
    var room = Self.height - Self.frame - empty.fixed.count
    let shown = ranked.enumerated().prefix { index, finding in
      room -= empty.lines(of: finding).count
      // The first is told in any case.
      return room >= 0 || index == 0
    }
    self.init(report: report, shown: shown.map(\.element), further: Array(ranked[shown.count...]))
  }

  private init(report: AuditReport, shown: [Finding], further: [Finding]) {
    self.report = report
    shownFindings = shown
    furtherFindings = further
  }

  /// What is wrong comes first, and doubts about the data, since no figure can be trusted beside
  /// them; then what costs most.
  private static func rank(_ entry: (offset: Int, element: Finding)) -> (Int, Money, Int, Int) {
    let finding = entry.element
    let doubts: [Finding.Code] = [.dataGap, .dataSuspect, .multiplierSuspect]
    let isFirst =
      finding.severity == .error || finding.severity == .warning && doubts.contains(finding.code)
    let severities: [Finding.Severity] = [.saving, .warning, .info]
    return (
      isFirst ? 0 : 1, .zero - (finding.worth ?? .zero),
      severities.firstIndex(of: finding.severity) ?? 0, entry.offset
    )
  }

  private var audit: Audit { report.audit }
  private var style: NumberStyle { .grouped }
  private var currency: String { report.currency }

  /// The screen, with a line that says what is below it.
  var lines: [String] {
    let currency = ["currency": currency]
    let findings = TextBlock.section(
      Phrase.text("text.findings", currency), shownFindings.flatMap { lines(of: $0) })
    return heading + money + findings + best + below
  }

  /// All but the findings and what is said of the rest.
  private var fixed: [String] { heading + money + best }

  private var heading: [String] {
    let bill = audit.bill
    let figures = audit.indicators
    var lines = [BillHeader.title(bill.account)]
    lines += TextBlock.ends(
      BillHeader.tariff(bill.account, bill.tariff), MonthWords.list(bill.bills.map(\.month)),
      width: 84)
    lines += TextBlock.lines(
      Phrase.text(
        "audit.cost",
        [
          "energy": style.number(figures.energy.quantity, atMost: 0),
          "total": report.money(figures.total), "price": price(figures.averagePrice),
          "as_of": BillHeader.asOf(audit.subject.biller.terms.asOf),
          "at_best": audit.best.map {
            Phrase.text("audit.at_best", ["price": price($0.scenario.averagePrice)])
          } ?? "",
        ]))
    if !bill.incompleteMonths.isEmpty {
      lines += TextBlock.lines(
        Phrase.text("audit.not_billed", ["months": MonthWords.list(bill.incompleteMonths)]),
        role: .warning)
    }
    return lines
  }

  private func price(_ price: Price?) -> String {
    price.map { style.number($0, digits: 4) } ?? "—"
  }

  /// The parts of the bill, and what it comes to beside the cheapest.
  private var money: [String] {
    var table = TextTable([
      .init(.left, gap: 2), .init(.right), .init(.right), .init(.right), .init(.left, gap: 2),
    ])
    table.add(["", currency, Phrase.text("text.share"), Phrase.text("column.per_kwh")])
    func row(_ name: String, _ amount: Money, _ energy: Energy) -> [String] {
      let share = Rate(amount, over: audit.indicators.total)
      return [
        name, style.number(amount, digits: 2), share.map(PercentWords.share) ?? "—",
        price(amount.per(energy.quantity)), share.map(Bar.text) ?? "",
      ]
    }
    let energy = audit.indicators.energy
    for charge in audit.indicators.charges {
      table.add(row(ChargeWords.group(charge), charge.amount, energy))
    }
    table.addRule(under: [1, 2, 3])
    table.add(row(Phrase.text("column.total"), audit.indicators.total, energy))
    if let best = audit.best {
      table.add(
        row(Phrase.text("waterfall.best"), best.scenario.total, best.scenario.energy))
    }
    return TextBlock.section(Phrase.text("text.money"), table.lines)
  }

  /// A finding, after what it is worth, or the word for its kind where that is not known.
  func lines(of finding: Finding) -> [String] {
    TextBlock.lines(
      FindingWords(finding: finding, currency: currency).text + " [\(finding.code.rawValue)]",
      lead: lead(sign(of: finding)), leadRole: Ink.Role(severity: finding.severity.rawValue))
  }

  private func sign(of finding: Finding) -> String {
    finding.worth.map { style.number($0, digits: 2) }
      ?? Phrase.text("severity.\(finding.severity.rawValue)")
  }

  /// What stands before a text, right-aligned with all others of the audit.
  func lead(_ text: String) -> String {
    let signs =
      audit.findings.map { sign(of: $0) }
      + (audit.best?.levers ?? []).map { style.number($0.saving, digits: 2) }
      + audit.recommendations.map { style.number($0.saving, digits: 2) }
    let widest = signs.map { DisplayWidth.of($0) }.max() ?? 0
    return String(repeating: " ", count: 2 + max(0, widest - DisplayWidth.of(text))) + text + "  "
  }

  /// The best of all changes together, change by change.
  private var best: [String] {
    guard let optimum = audit.optimum, let best = audit.best else {
      return ["", Phrase.text("page.nothing")]
    }
    let title = TextBlock.lines(
      Phrase.text(
        "changes.best",
        [
          "saving": report.money(best.saving),
          "share": Rate(best.saving, over: best.baseline.total).map(PercentWords.share) ?? "—",
          "proof": CertaintyWords.text(optimum, best, currency),
        ]), role: .heading)
    return [""] + title
      + best.levers.flatMap { lever in
        TextBlock.lines(
          "\(LeverWords.name(lever.lever)) \(LeverChange.text(lever))",
          lead: lead(style.number(lever.saving, digits: 2)))
      }
  }

  /// One line that tells what else there is.
  private var below: [String] {
    let names = report.details(self).map(\.name)
    guard !names.isEmpty else { return [] }
    return [""]
      + TextBlock.lines(
        Phrase.text("audit.below", ["parts": names.joined(separator: Phrase.text("list.comma"))]),
        role: .note)
  }
}
