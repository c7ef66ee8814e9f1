import Quantities

/// A charge on the highest demand of the month, or of some of its hours.
public struct DemandCharge: Sendable, Hashable {
  /// The power that is metered.
  public enum Unit: String, Sendable, Hashable {
    /// Active power.
    case kW
    /// Apparent power.
    case kVA
    /// Reactive power drawn.
    case kvar
  }

  /// The hours that count, by the name of a ``DemandWindow``; nothing for every hour.
  public let window: String?
  /// The months in which it is charged.
  public let months: MonthSet
  /// The power that is metered.
  public let unit: Unit
  /// How billed demand follows, and its price.
  public let demand: DemandRule
  /// The reactive power that is free, as a share of the highest active power. [kvar/kW]
  public let freeShare: Rate

  /// Makes a demand charge.
  public init(
    window: String?, months: MonthSet, unit: Unit, demand: DemandRule, freeShare: Rate = .zero
  ) {
    self.window = window
    self.months = months
    self.unit = unit
    self.demand = demand
    self.freeShare = freeShare
  }
}
