import Advice
import Billing
import Quantities

/// One account's audit, to be shown as text or as JSON.
package struct AuditReport: Sendable {
  /// The audit.
  package let audit: Audit
  /// How its bills are shown.
  let bills: BillReport

  /// Makes a report.
  package init(_ audit: Audit) {
    self.audit = audit
    bills = BillReport(accounts: [audit.bill], terms: audit.subject.biller.terms)
  }

  /// The ISO 4217 code of the currency.
  var currency: String { audit.bill.tariff.currency }
}
