import Quantities

/// Load that may be moved: how much of it, how far, and to where.
public struct FlexibleShift: Sendable, Hashable {
  /// The share of each interval's energy that may leave it. [fraction of one]
  public let share: Rate
  /// The most that may be added to an interval; nothing without limit. [kW]
  public let addedLimit: Power?
  /// The most an interval may come to; nothing without limit. [kW]
  public let ceiling: Power?
  /// Over what energy is kept.
  public let within: Span

  /// Over what energy is kept.
  public enum Span: String, Sendable, Hashable, CaseIterable {
    /// A calendar day.
    case day
    /// Monday to Sunday, cut where a billing period ends.
    case week
  }

  /// Makes a shift.
  public init(
    share: Rate, addedLimit: Power? = nil, ceiling: Power? = nil, within: Span = .day
  ) {
    self.share = share
    self.addedLimit = addedLimit
    self.ceiling = ceiling
    self.within = within
  }
}
