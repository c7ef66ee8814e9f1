import Quantities

/// An amount that does not depend on use.
public struct FixedCharge: Sendable, Hashable {
  /// What the price is for.
  public enum Basis: String, Sendable, Hashable {
    /// A month, whatever its length.
    case month
    /// Each day of the month.
    case day
  }

  /// The price of a month or a day.
  public let price: PriceSource
  /// What the price is for.
  public let basis: Basis

  /// Makes a fixed charge.
  public init(price: PriceSource, basis: Basis) {
    self.price = price
    self.basis = basis
  }
}
