/// The instants at which wall clocks of a zone show a time.
public enum WallTimeInstants: Sendable, Hashable {
  /// They show it once.
  case once(Int64)
  /// They are put back over it and show it twice.
  case repeated(first: Int64, second: Int64)
  /// They are put forward over it and never show it.
  case skipped
}
