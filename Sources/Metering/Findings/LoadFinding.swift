/// One thing about an account's interval data that a person should know.
package struct LoadFinding: Sendable, Hashable {
  /// The rule.
  package let code: LoadFindingCode
  /// What it means for the account.
  package let severity: LoadFindingSeverity
  /// The account it is about.
  package let account: String
  /// Where it was first seen; nothing where it is about the data as a whole.
  package let place: LoadPlace?
  /// What was seen.
  package let evidence: LoadEvidence
  /// How often.
  package let count: Int

  init(
    _ evidence: LoadEvidence, account: String, place: LoadPlace? = nil, count: Int = 1
  ) {
    code = evidence.code
    severity = evidence.severity
    self.account = account
    self.place = place
    self.evidence = evidence
    self.count = count
  }

  /// One English sentence.
  package var text: String { evidence.text(account: account, count: count) }

  /// A correction to try.
  package var hint: String? { evidence.hint }
}
