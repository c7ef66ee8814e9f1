import Quantities

/// What was seen in a NEM12 file about one of its channels.
package enum NEM12Evidence: Sendable, Hashable {
  /// Days given twice, of which the one updated last was kept.
  case replacedDays(first: String)
  /// Days given twice in the same words.
  case repeatedDays(first: String)

  var code: LoadFindingCode {
    switch self {
    case .replacedDays, .repeatedDays: return .repeated
    }
  }

  var severity: LoadFindingSeverity {
    switch self {
    case .replacedDays, .repeatedDays: return .info
    }
  }

  func text(account: Message, count: Int) -> Message {
    switch self {
    case .replacedDays(let first):
      let verb = count == 1 ? "stands" : "stand"
      return
        """
        \(Message.counted(count, "day")) of \(account) \(verb) in the file in another version as \
        well, the first on \(first); the one updated last was kept
        """
    case .repeatedDays(let first):
      let verb = count == 1 ? "stands" : "stand"
      return
        """
        \(Message.counted(count, "day")) of \(account) \(verb) in the file twice with equal \
        values, the first on \(first); one of each was kept
        """
    }
  }

  var hint: Message? { nil }
}
