import Advice
import Billing
import Quantities

/// What a page shows as a head, cards and lists, as tables for a workbook.
extension AuditExhibits {
  /// The main figures.
  var summary: Exhibit {
    let figures = audit.indicators
    var rows: [[ReportTable.Cell]] = [
      [.text(BillHeader.account(audit.bill.account)), .empty, .empty],
      [
        .text(Phrase.text("page.tariff")), .empty,
        .text(BillHeader.tariff(audit.bill.account, audit.bill.tariff)),
      ],
      [
        .text(Phrase.text("page.period")), .empty,
        .text(
          MonthWords.list(audit.bill.bills.map(\.month))
            + BillHeader.asOf(audit.subject.biller.terms.asOf)),
      ],
      [
        .text(Phrase.text("page.total")), .exact(figures.total, as: .money(digits: 2)),
        .text(currency),
      ],
      [
        .text(Phrase.text("page.energy")), .exact(figures.energy.quantity, as: .number(digits: 0)),
        .text("kWh"),
      ],
    ]
    if let price = figures.averagePrice {
      rows.append([.text(Phrase.text("page.price")), .exact(price), .text(unit)])
    }
    if let best = audit.best {
      rows.append([
        .text(Phrase.text("page.saving")), .exact(best.saving, as: .money(digits: 2)),
        .text(currency),
      ])
    }
    let title = Phrase.text("page.title")
    let table = ReportTable(
      caption: title,
      columns: [.init(title, .text), .init("", .number(digits: 4)), .init("", .text)], rows: rows)
    return Exhibit(id: "summary", title: title, text: [], tables: [table])
  }

  /// What can be changed, one by one.
  var changes: [Exhibit] {
    guard !audit.recommendations.isEmpty else { return [] }
    let title = Phrase.text("page.changes")
    let table = ReportTable(
      caption: title,
      columns: [
        .init(Phrase.text("column.change"), .text), .init(Phrase.text("column.to"), .text),
        .init(Phrase.text("changes.saves", ["currency": currency]), .money(digits: 2)),
        .init(Phrase.text("changes.then"), .number(digits: 4)),
        .init(Phrase.text("page.why"), .text), .init(Phrase.text("page.check"), .text),
        .init(Phrase.text("column.document"), .text),
      ],
      rows: audit.recommendations.map { recommendation in
        [
          .text(LeverWords.name(recommendation.lever)),
          .text(LeverWords.value(recommendation.lever, recommendation.to)),
          .exact(recommendation.saving), .exact(recommendation.averagePriceAfter),
          .text(
            FeasibilityWords.grounds(recommendation)
              .joined(separator: Phrase.text("list.semicolon"))),
          .text(
            recommendation.checks.map(SiteCheckWords.text)
              .joined(separator: Phrase.text("list.semicolon"))),
          recommendation.because.rule.map { .text($0.citation) } ?? .empty,
        ]
      })
    return [Exhibit(id: "changes", title: title, text: [], tables: [table])]
  }

  /// What stands out.
  var findings: [Exhibit] {
    guard !audit.findings.isEmpty else { return [] }
    let title = Phrase.text("page.findings")
    let table = ReportTable(
      caption: title,
      columns: [
        .init(Phrase.text("findings.severity"), .text), .init(title, .text),
        .init(Phrase.text("findings.code"), .text),
      ],
      rows: audit.findings.map { finding in
        [
          .text(Phrase.text("severity.\(finding.severity.rawValue)")),
          .text(FindingWords(finding: finding, currency: currency).text),
          .text(finding.code.rawValue),
        ]
      })
    return [Exhibit(id: "findings", title: title, text: [], tables: [table])]
  }
}
