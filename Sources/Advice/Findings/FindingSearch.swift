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

  var findings: [Finding] {
    basicFindings + discountFindings + periodFindings + powerFactorFindings + dataFindings
  }

  var bills: [Bill] { bill.bills }

  /// The saving of the best recommendation of a kind.
  func bestSaving(_ matches: (Lever) -> Bool) -> Recommendation? {
    recommendations.first { matches($0.lever) }
  }
}
