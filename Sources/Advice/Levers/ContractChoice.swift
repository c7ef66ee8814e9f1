import Quantities

/// A contract demand, or the wish for the best.
public enum ContractChoice: Sendable, Hashable {
  /// As given. [kW]
  case plan(Plan<Power>)
  /// The one of each month that costs least, within the tariff's terms, after all else.
  case optimal
}
