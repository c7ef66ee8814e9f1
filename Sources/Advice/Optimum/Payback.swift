import Quantities

/// What a change costs to make, and how long its saving takes to pay for it.
public struct Payback: Sendable, Hashable {
  /// The change.
  public let lever: Lever
  /// What is bought. [kVA, kvar or kWh]
  public let quantity: Quantity
  /// What it costs. [currency]
  public let investment: Money
  /// How many months like those covered pay for it; nothing where the change saves nothing.
  /// [months]
  public let months: Quantity?
}
