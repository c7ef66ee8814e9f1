/// What the past of a unit means for what it may do next.
///
/// Like units are told apart by their pasts alone: a state has the pasts of like units in order,
/// so that it does not matter which of them it was.
struct PausePast: Hashable, Comparable {
  /// Days paused in the calendar year; 0 where the year's limit can no longer bind.
  var used = 0
  /// Pauses begun in the calendar year, where their number counts.
  var begun = 0
  /// Days of the pause that is on, up to those it needs; 0 while the unit runs.
  var length = 0

  /// Whether a pause that is on may end, or none is.
  func mayEnd(needing days: Int) -> Bool { length == 0 || length >= days }

  static func < (left: PausePast, right: PausePast) -> Bool {
    (left.used, left.begun, left.length) < (right.used, right.begun, right.length)
  }
}
