import Quantities

/// An amount on a bill the utility has issued.
public struct IssuedCharge: Sendable, Hashable {
  /// The billing month.
  public let month: Month
  /// The charge, or `total`; `energy` stands for every `energy/…` line.
  public let charge: String
  /// The amount. [currency]
  public let amount: Money

  /// Makes an amount.
  public init(month: Month, charge: String, amount: Money) {
    self.month = month
    self.charge = charge
    self.amount = amount
  }
}
