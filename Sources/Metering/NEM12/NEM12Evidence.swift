/// What was seen in a NEM12 file about one of its channels.
package enum NEM12Evidence: Sendable, Hashable {
  /// Days given twice, of which the one updated last was kept.
  case replacedDays(first: String)

  var code: LoadFindingCode {
    switch self {
    case .replacedDays: return .repeated
    }
  }

  var severity: LoadFindingSeverity {
    switch self {
    case .replacedDays: return .info
    }
  }

  func text(account: String, count: Int) -> String {
    switch self {
    case .replacedDays(let first):
      return
        "\(LoadEvidence.counted(count, "day")) of \(account) stand in the file in a later version as "
        + "well, the first on \(first); the later ones were kept"
    }
  }

  var hint: String? { nil }
}
