import Quantities
import Tariffs

/// A border in the rules, and how far the account is from it.
public struct Threshold: Sendable, Hashable {
  /// Which border.
  public let kind: Kind
  /// Where it stands.
  public let rule: RuleReference

  /// The borders an audit measures.
  public enum Kind: Sendable, Hashable {
    /// The floor of billed demand, the highest demand under it, and the capacity at which the two
    /// meet. [kW, kW, kVA]
    case floor(floor: Power, demand: Power, meetsAt: Power)
    /// The discount for use per capacity: the border and the best month. [kWh/kVA, kWh]
    case discount(needed: Quantity, best: Quantity, month: Month, missing: Quantity)
    /// The allowance on the contract demand and the month that comes nearest. [kW]
    case allowance(limit: Power, demand: Power, month: Month)
    /// The power factor of the worst month, its standard and the best step of the table.
    case powerFactor(worst: PowerFactor, month: Month, standard: PowerFactorStandard)
  }
}
