/// How much of a month was metered.
public enum Coverage: Sendable, Hashable {
  /// A register counts the whole month by itself.
  case register
  /// Intervals present out of those the month has.
  case intervals(present: Int, expected: Int)

  /// Whether nothing is missing.
  public var isWhole: Bool {
    switch self {
    case .register: return true
    case .intervals(let present, let expected): return present == expected
    }
  }
}
