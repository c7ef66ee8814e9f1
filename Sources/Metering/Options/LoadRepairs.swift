/// What a reader may do to values that it would otherwise refuse; nothing unless asked.
///
/// Each repair is counted and told as a finding. Those that need more than the file (filling gaps,
/// scaling to a register) are made later, on the account's profile.
package struct LoadRepairs: Sendable, Hashable {
  /// Which of two different readings of one interval counts.
  package enum DuplicateRule: String, Sendable, Hashable, CaseIterable {
    case first, last, max, quality
  }

  /// Rows at fault become gaps (Q01).
  package var skipsBadRows = false
  /// Which of two different readings counts (Q04).
  package var duplicates: DuplicateRule?
  /// Energy fed back is taken off energy drawn where both stand in one channel (Q09).
  package var netsNegatives = false
  /// How far a stamp may lie off the grid and still be moved to it (Q08). [s]
  package var snapSeconds: Int?
  /// Readings that are not marked as metered become gaps (Q19).
  package var requiresActual = false

  package init() {}
}
