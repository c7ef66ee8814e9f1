/// By how much the stamps of a file would have to move for its energy by period to agree with the
/// registers.
package enum StampShift: Sendable, Hashable {
  /// One interval earlier: stamps that mark the end were read as the start.
  case earlier
  /// One interval later: stamps that mark the start were read as the end.
  case later
}
