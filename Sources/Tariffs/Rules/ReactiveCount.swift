import Quantities

/// Which reactive energy counts against the account.
public enum ReactiveCount: String, Sendable, Hashable {
  /// Drawn only.
  case forward
  /// Drawn and fed back, as absolute values (over-compensation counts).
  case forwardAndReverse = "forward+reverse"

  /// What counts of a month's readings. [kvarh]
  public func energy(forward: Energy, reverse: Energy) -> Energy {
    self == .forward ? forward : forward + reverse
  }
}
