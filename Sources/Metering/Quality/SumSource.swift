/// What the sum of a month's energy is held against.
package enum SumSource: Sendable, Hashable {
  /// Registers read beside the intervals.
  case register
  /// The bill that was issued.
  case issued
}
