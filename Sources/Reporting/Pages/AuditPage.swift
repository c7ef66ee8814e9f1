import Advice
import Billing
import Catalogues
import Quantities

/// An audit as one page that needs nothing beside it.
struct AuditPage {
  let report: AuditReport
  let provenance: Provenance
  private let exhibits: AuditExhibits

  init(report: AuditReport, provenance: Provenance) {
    self.report = report
    self.provenance = provenance
    exhibits = AuditExhibits(report: report)
  }

  private var audit: Audit { report.audit }
  private var style: NumberStyle { .grouped }

  /// The page.
  var html: String { PageTemplates.render("audit", values) }

  private var values: [String: Any] {
    let account = audit.bill.account
    return [
      "language": Language.current == .chinese ? "zh-CN" : "en",
      "version": provenance.program,
      "style": String(decoding: Catalogue.style, as: UTF8.self),
      "say": Self.phrases,
      "account": BillHeader.account(account),
      "tariff": BillHeader.tariff(account, audit.bill.tariff),
      "period": MonthWords.list(audit.bill.bills.map(\.month))
        + BillHeader.asOf(audit.subject.biller.terms.asOf),
      "total": figure(audit.indicators.total, currency: report.currency),
      "energy": [
        "text": style.number(audit.indicators.energy.quantity, atMost: 0),
        "figure": audit.indicators.energy.quantity.description, "unit": "kWh",
      ],
      "price": [
        "text": audit.indicators.averagePrice.map { style.number($0, digits: 4) } ?? "—",
        "figure": audit.indicators.averagePrice?.description ?? "",
        "unit": "\(report.currency)/kWh",
      ],
      "hasSaving": audit.best != nil,
      "saving": figure(audit.best?.saving ?? .zero, currency: report.currency),
      "savingShare": (audit.best?.saving).flatMap { Rate($0, over: audit.indicators.total) }
        .map(PercentWords.share) ?? "—",
      "measures": measures,
      "money": exhibits.money.map { ExhibitPage(exhibit: $0).values },
      "load": exhibits.load.map { ExhibitPage(exhibit: $0).values },
      "worth": exhibits.measures.map { ExhibitPage(exhibit: $0).values },
      "hasChanges": !audit.recommendations.isEmpty,
      "changes": audit.recommendations.map(change),
      "findings": audit.findings.map(finding),
      "hasFindings": !audit.findings.isEmpty,
      "rest": exhibits.rest.map { ExhibitPage(exhibit: $0).values },
      "provenance": ProvenanceExhibits(
        bill: audit.bill, terms: audit.subject.biller.terms, provenance: provenance
      ).all.map { ExhibitPage(exhibit: $0).values },
    ]
  }

  /// Every phrase that a template may ask for, by its key without `page.`.
  private static var phrases: [String: String] {
    Phrase.all(in: Language.current).reduce(into: [:]) { phrases, phrase in
      guard phrase.key.hasPrefix("page.") else { return }
      phrases[String(phrase.key.dropFirst("page.".count))] = phrase.value
    }
  }

  private func figure(_ amount: Money, currency: String) -> [String: String] {
    [
      "text": style.number(amount, digits: 2), "figure": amount.description, "unit": currency,
    ]
  }

  /// The three changes of the best choice that save most.
  private var measures: [[String: Any]] {
    (audit.best?.levers ?? []).filter { $0.saving > .zero }
      .sorted { $0.saving > $1.saving }.prefix(3).map { lever in
        [
          "name": LeverWords.name(lever.lever), "change": LeverChange.text(lever),
          "saving": figure(lever.saving, currency: report.currency),
        ]
      }
  }

  private func change(_ recommendation: Recommendation) -> [String: Any] {
    let then = recommendation.averagePriceAfter.map {
      Phrase.text(
        "page.then", ["price": "\(style.number($0, digits: 4)) \(report.currency)/kWh"])
    }
    return [
      "name": LeverWords.name(recommendation.lever),
      "to": LeverWords.value(recommendation.lever, recommendation.to),
      "saves": Phrase.text(
        "page.saves",
        ["amount": "\(style.number(recommendation.saving, digits: 2)) \(report.currency)"]),
      "figure": recommendation.saving.description, "then": then ?? "",
      "why": FeasibilityWords.grounds(recommendation)
        .joined(separator: Phrase.text("list.semicolon")),
      "document": recommendation.because.rule?.citation ?? "—",
      "checks": recommendation.checks.map(SiteCheckWords.text),
    ]
  }

  private func finding(_ finding: Finding) -> [String: Any] {
    [
      "severity": Phrase.text("severity.\(finding.severity.rawValue)"),
      "level": finding.severity.rawValue, "code": finding.code.rawValue,
      "text": FindingWords(finding: finding, currency: report.currency).text,
    ]
  }
}

extension AuditReport {
  /// The audit as a page: one file that needs no network, no script and nothing beside it.
  package func html(_ provenance: Provenance) -> String {
    AuditPage(report: self, provenance: provenance).html
  }

  /// What the bill is with transformers of other sizes and the best of all else; none where nothing
  /// saves.
  var capacities: [Sensitivity.CapacityPoint] { audit.optimum?.sensitivity.capacities ?? [] }
}
