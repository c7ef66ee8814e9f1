import Billing
import Metering
import Quantities
import Tariffs
import Use

/// Holds what was metered of an account against its transformers, its registers and the bills it
/// was issued; alters nothing.
package struct AccountReview {
  let account: Account
  let issued: [IssuedLine]
  /// The tariffs by which energy is cut into periods; nothing leaves those checks out.
  let terms: BillingTerms?
  let tolerance: RegisterTolerance

  init(
    _ account: Account, registers: [MonthlyReading], issued: [IssuedLine], terms: BillingTerms?
  ) {
    self.account = account
    self.issued = issued.filter { $0.account == account.id }
    self.terms = terms
    tolerance = RegisterTolerance(registers, multiplier: account.multiplier)
  }

  /// What a person should look at, before or beside the bill.
  ///
  /// - Parameters:
  ///   - entry: The account and its use.
  ///   - issued: Lines of issued bills; those of other accounts are passed over.
  ///   - terms: The tariffs at hand; without them energy by period and maximum demand are not
  ///     checked.
  /// - Returns: Findings of the values first, then of the registers, then of the bills.
  package static func findings(
    of entry: DossierAccount, issued: [IssuedLine] = [], terms: BillingTerms?
  ) -> [LoadFinding] {
    let account = entry.account
    switch entry.use {
    case .intervals(let profile):
      let review = AccountReview(
        account, registers: profile.registers, issued: issued, terms: terms)
      let values = QualityCheck.findings(
        profile, account: account.id, capacity: account.billedCapacity,
        multiplier: account.multiplier, readingDay: account.readingDay)
      let evidence =
        review.registerSums(profile.registers) + review.registers(beside: profile)
        + review.issuedEnergy(beside: .intervals(profile))
        + review.spikeWorth(values, of: profile)
      return values + review.findings(evidence)
    case .readings(let readings):
      let review = AccountReview(account, registers: readings, issued: issued, terms: terms)
      return review.findings(
        review.registerSums(readings) + review.issuedEnergy(beside: .readings(readings)))
    case nil: return []
    }
  }

  /// What was seen, and in how many months.
  typealias Seen = (evidence: QualityEvidence, count: Int)

  func findings(_ seen: [Seen]) -> [LoadFinding] {
    seen.map { LoadFinding(quality: $0.evidence, account: account.id, count: $0.count) }
  }

  /// The slips that explain every one of some comparisons.
  func slips(intervalSeconds: Int?, _ explain: (UnitSlip) -> Bool) -> [UnitSlip] {
    UnitSlip.candidates(intervalSeconds: intervalSeconds, multiplier: account.multiplier)
      .filter(explain)
  }
}
