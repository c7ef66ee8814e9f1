/// What was seen in a Green Button file about one of its channels.
package enum GreenButtonEvidence: Sendable, Hashable {
  /// Readings without a length, or with a negative one; they were left out.
  case noLength(seconds: String)

  var code: LoadFindingCode {
    switch self {
    case .noLength: return .unreadable
    }
  }

  var severity: LoadFindingSeverity {
    switch self {
    case .noLength: return .warning
    }
  }

  func text(account: String, count: Int) -> String {
    switch self {
    case .noLength(let seconds):
      return
        "\(LoadEvidence.counted(count, "reading")) of \(account) left out: a duration of \(seconds) s "
        + "is no length of time"
    }
  }

  var hint: String? { nil }
}
