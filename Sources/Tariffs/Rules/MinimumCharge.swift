import Quantities

/// A least amount; what is missing to it is added.
public struct MinimumCharge: Sendable, Hashable {
  /// How long the amount is for.
  public enum Term: String, Sendable, Hashable {
    /// Each month.
    case month
    /// The calendar year, settled in its last month.
    case year
  }

  /// The least amount.
  public let amount: Money
  /// How long the amount is for.
  public let term: Term
  /// The charges that count toward it.
  public let base: [ChargeSelector]

  /// Makes a minimum.
  public init(amount: Money, term: Term, base: [ChargeSelector]) {
    self.amount = amount
    self.term = term
    self.base = base
  }
}
