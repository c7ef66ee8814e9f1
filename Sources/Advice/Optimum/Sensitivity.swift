import Quantities
import Use

/// How the optimum changes with one of its inputs.
public struct Sensitivity: Sendable, Hashable {
  /// The total by capacity, with the best of all else. [kVA, currency]
  public let capacities: [CapacityPoint]
  /// The total by the share of load that can move. [fraction of one, currency]
  public let shares: [SharePoint]

  /// The optimum of a capacity.
  public struct CapacityPoint: Sendable, Hashable {
    /// What is installed. [kVA]
    public let capacity: Power
    /// What its months cost. [currency]
    public let total: Money
  }

  /// The optimum of a flexible share.
  public struct SharePoint: Sendable, Hashable {
    /// The share. [fraction of one]
    public let share: Rate
    /// What its months cost. [currency]
    public let total: Money
  }
}
