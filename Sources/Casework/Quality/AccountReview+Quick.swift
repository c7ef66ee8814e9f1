import Metering
import Quantities
import Use

extension AccountReview {
  /// What a glance at an account tells: what its files made us notice, more than its transformers
  /// can carry (Q13), months that are not spanned (Q23), registers that do not add up (Q15).
  package static func quickFindings(of entry: DossierAccount) -> [LoadFinding] {
    let account = entry.account
    switch entry.use {
    case .intervals(let profile):
      return entry.findings
        + QualityCheck.quickFindings(
          profile, account: account.id, capacity: account.billedCapacity,
          multiplier: account.multiplier, readingDay: account.readingDay)
    case .readings(let readings):
      let review = AccountReview(account, registers: readings, issued: [], terms: nil)
      return entry.findings + review.findings(review.registerSums(readings))
    case nil: return entry.findings
    }
  }
}
