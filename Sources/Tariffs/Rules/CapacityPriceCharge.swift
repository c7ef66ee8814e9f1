/// A price on a capacity of the account's own that is neither demand nor transformers.
public struct CapacityPriceCharge: Sendable, Hashable {
  /// The capacity.
  public enum Basis: String, Sendable, Hashable, CaseIterable {
    /// Generation of the account's own, for which the grid keeps a reserve (自备电厂备用费). [kW]
    case ownGeneration = "own-generation"
  }

  /// The capacity.
  public let basis: Basis
  /// The price of a kilowatt and month.
  public let price: PriceSource

  /// Makes a charge.
  public init(basis: Basis, price: PriceSource) {
    self.basis = basis
    self.price = price
  }
}
