import Billing
import Quantities
import Tariffs
import Use

/// Looks for everything about an account that stands out.
struct FindingSearch {
  let subject: AccountCase
  let bill: AccountBill
  let indicators: Indicators
  let recommendations: [Recommendation]
  var peaks: PeakStudy?
  var doubts: [DataDoubt] = []
  var issued: [IssuedCharge] = []
  var peers: PeerFigures?

  var findings: [Finding] {
    basicFindings + plantFindings + discountFindings + peakFindings + periodFindings
      + powerFactorFindings + overCompensationFindings + priceFindings + peerFindings
      + issuedFindings + dataFindings
  }

  var bills: [Bill] { bill.bills }

  /// The saving of the best recommendation of a kind.
  func bestSaving(_ matches: (Lever) -> Bool) -> Recommendation? {
    recommendations.first { matches($0.lever) }
  }

  /// What the account would have been billed with something else in place; nothing where that
  /// cannot be billed.
  func rebilled(_ change: (inout AccountCase) -> Void) -> AccountBill? {
    var changed = subject
    change(&changed)
    return try? changed.bills()
  }
}
