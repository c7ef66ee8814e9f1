import Quantities

/// A percentage of other charges.
public struct TaxCharge: Sendable, Hashable {
  /// The fraction.
  public let rate: Rate
  /// The charges it is reckoned on.
  public let base: [ChargeSelector]

  /// Makes a percentage.
  public init(rate: Rate, base: [ChargeSelector]) {
    self.rate = rate
    self.base = base
  }
}
