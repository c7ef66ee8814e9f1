/// What a finding means for the account it is about.
package enum LoadFindingSeverity: String, Sendable, Hashable, Comparable, CaseIterable {
  /// The account cannot be billed from this file.
  case error
  /// It can; a person should look at it.
  case warning
  /// Something was done that the reader of a bill should know of.
  case info

  private var rank: Int {
    switch self {
    case .error: return 0
    case .warning: return 1
    case .info: return 2
    }
  }

  /// Errors come first.
  package static func < (left: LoadFindingSeverity, right: LoadFindingSeverity) -> Bool {
    left.rank < right.rank
  }
}
