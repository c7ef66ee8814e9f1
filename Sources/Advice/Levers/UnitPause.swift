import Quantities

/// A transformer out of use for a while (暂停).
public struct UnitPause: Sendable, Hashable {
  /// The unit, by its id or rating.
  public let unit: String
  /// The days it is out of use.
  public let span: DateSpan

  /// Makes a pause.
  public init(unit: String, span: DateSpan) {
    self.unit = unit
    self.span = span
  }
}
