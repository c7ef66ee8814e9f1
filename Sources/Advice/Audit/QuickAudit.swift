import Billing
import Quantities
import Use

/// One account looked at as fast as thousands must be: the changes that can be judged one by one
/// from its billing determinants, and what stands out.
///
/// Beside ``Audit`` it leaves out what searches: the joint optimum, pauses, and load moved interval
/// by interval. Every saving is that of the same single lever in ``WhatIf``.
public struct QuickAudit: Sendable {
  /// The bills.
  public let bill: AccountBill
  /// The figures by which the account is judged.
  public let indicators: Indicators
  /// What stands out.
  public let findings: [Finding]
  /// Changes that would make the bill smaller, the best of each kind, best first.
  public let recommendations: [Recommendation]

  /// Looks at an account.
  ///
  /// - Parameters:
  ///   - subject: The account, its use and terms.
  ///   - doubts: What was seen where its data were read.
  /// - Throws: ``BillingFailure`` where the account cannot be billed.
  public init(_ subject: AccountCase, doubts: [DataDoubt] = []) throws(BillingFailure) {
    let subject = subject.addedUp()
    let bill = try subject.bills()
    self.bill = bill
    indicators = Indicators(bill)
    recommendations = RecommendationSearch.singles(subject: subject, bill: bill)
    findings =
      FindingSearch(
        subject: subject, bill: bill, indicators: indicators, recommendations: recommendations,
        doubts: doubts
      ).findings
  }

  /// What the load would save if it ran evenly round the clock, where it is dearer than that.
  /// [currency]
  public var evenLoadSaving: Money? {
    findings.lazy.flatMap(\.evidence).compactMap { evidence -> Money? in
      guard evidence.key == "saving_of_an_even_load", case .money(let saving) = evidence.value
      else { return nil }
      return saving
    }.first
  }
}
