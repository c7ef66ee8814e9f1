import Quantities

/// One thing about an account's interval data that a person should know.
package struct LoadFinding: Sendable, Hashable, Worded {
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
  /// Whose readings it is about, in words: the account or one of its meters.
  private let subject: Message

  init(
    _ evidence: LoadEvidence, account: String, subject: Message? = nil, place: LoadPlace? = nil,
    count: Int = 1
  ) {
    self.subject = subject ?? Message(verbatim: account)
    code = evidence.code
    severity = evidence.severity
    self.account = account
    self.place = place
    self.evidence = evidence
    self.count = count
  }

  /// Whether the account is not to be billed from the file until somebody settles it.
  package var keepsFromBilling: Bool {
    if case .series(let evidence) = evidence { return evidence.keepsFromBilling }
    return severity == .error
  }

  /// One English sentence.
  package var text: String { sentence.description }

  /// What was seen.
  package var sentence: Message { evidence.text(account: subject, count: count) }

  /// A correction to try.
  package var advice: Message? { evidence.hint }
}
