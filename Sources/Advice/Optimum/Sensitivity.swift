import Quantities
import Use

/// How the optimum changes with one of its inputs.
public struct Sensitivity: Sendable, Hashable {
  /// The total by capacity, with the best of all else. [kVA, currency]
  public let capacities: [CapacityPoint]
  /// The total by the share of load that can move. [fraction of one, currency]
  public let shares: [SharePoint]
  /// What batteries of several sizes save beside the other changes. [currency]
  public let batteries: [BatteryPoint]

  /// The optimum of a capacity.
  public struct CapacityPoint: Sendable, Hashable {
    /// What is installed. [kVA]
    public let capacity: Power
    /// What its months cost. [currency]
    public let total: Money
  }

  /// What a battery saves.
  public struct BatteryPoint: Sendable, Hashable {
    /// Its size.
    public let battery: Battery
    /// What it saves at the months' prices. [currency]
    public let saving: Money
  }

  /// The optimum of a flexible share.
  public struct SharePoint: Sendable, Hashable {
    /// The share. [fraction of one]
    public let share: Rate
    /// What its months cost. [currency]
    public let total: Money
  }
}
