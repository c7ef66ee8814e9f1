/// Which end of its interval a stamp marks.
package enum StampSide: String, Sendable, Hashable, CaseIterable {
  /// The stamp is the moment the interval begins.
  case start
  /// The stamp is the moment the interval ends.
  case end
}
