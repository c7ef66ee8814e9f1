import Billing
import Quantities
import Use

/// One account looked at from every side.
public struct Audit: Sendable {
  /// The case.
  public let subject: AccountCase
  /// The bills.
  public let bill: AccountBill
  /// The figures by which it is judged.
  public let indicators: Indicators
  /// The borders it is near, or across.
  public let thresholds: [Threshold]
  /// What stands out.
  public let findings: [Finding]
  /// Changes that would make the bill smaller, best first.
  public let recommendations: [Recommendation]
  /// The best of the changes looked at, together where they go together.
  public let best: WhatIf?
  /// Figures others have published of the account, beside ours.
  public let claims: [CheckedClaim]

  /// Audits an account.
  ///
  /// - Parameters:
  ///   - subject: The account, its use and terms.
  ///   - claims: Published figures to check.
  /// - Throws: ``BillingFailure`` where the account cannot be billed.
  public init(_ subject: AccountCase, claims: [Claim] = []) throws(BillingFailure) {
    self.subject = subject
    let bill = try subject.bills()
    self.bill = bill
    let indicators = Indicators(bill)
    self.indicators = indicators
    thresholds = Threshold.all(of: subject, bill)
    let search = RecommendationSearch(subject: subject, bill: bill, indicators: indicators)
    recommendations = search.recommendations
    best = search.best
    findings =
      FindingSearch(
        subject: subject, bill: bill, indicators: indicators,
        recommendations: search.recommendations
      ).findings
    self.claims = claims.map { CheckedClaim($0, subject: subject, bill: bill) }
  }
}
