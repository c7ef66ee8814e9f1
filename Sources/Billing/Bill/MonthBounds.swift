import Quantities

/// Between which amounts the bill of a month with holes would lie.
///
/// A bill need not rise with use: more energy may win a discount, and a power factor may turn with
/// it. The bounds are therefore those of several bills, from nothing in the holes to the most.
public struct MonthBounds: Sendable, Hashable {
  /// What the most is that is assumed in the holes.
  public enum Ceiling: Sendable, Hashable {
    /// The highest demand seen in any interval of the account. [kW]
    case observed(Power)
    /// Installed capacity at unity power factor, where nothing was drawn in any interval. [kVA]
    case capacity(Power)
  }

  /// The least of the bills.
  public let lowest: Money
  /// The highest of the bills.
  public let highest: Money
  /// The most that is assumed in the holes.
  public let ceiling: Ceiling

  /// Makes bounds.
  public init(lowest: Money, highest: Money, ceiling: Ceiling) {
    self.lowest = lowest
    self.highest = highest
    self.ceiling = ceiling
  }
}
