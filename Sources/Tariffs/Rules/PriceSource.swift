import Quantities

/// Where a price is found.
public enum PriceSource: Sendable, Hashable {
  /// In the rule itself.
  case literal(Price)
  /// In a column of the price page in force.
  case column(String)
}
