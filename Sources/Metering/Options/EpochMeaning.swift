/// What stamps are that a format calls seconds of UTC.
///
/// Some vendors write local time there, which no reader can prove from the file.
package enum EpochMeaning: String, Sendable, Hashable, CaseIterable {
  /// What the format says.
  case utc
  /// The standard time of the meter's zone.
  case local
}
