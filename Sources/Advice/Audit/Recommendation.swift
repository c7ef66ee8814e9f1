import Quantities

/// A change that would make the bill smaller.
public struct Recommendation: Sendable, Hashable {
  /// The change.
  public let lever: Lever
  /// What is chosen, in the words of the lever's flag.
  public let to: String
  /// What it saves by itself over the months covered. [currency]
  public let saving: Money
  /// The average price afterwards. [currency/kWh]
  public let averagePriceAfter: Price?
  /// Whether it can be done.
  public let feasibility: Feasibility

  /// Whether a change can be done, and what that rests on.
  public enum Feasibility: Sendable, Hashable {
    /// The load on a transformer stays within the limit. [fractions]
    case transformerLoad(Rate, limit: Rate)
    /// The tariff allows it; it binds for so many months.
    case allowed(boundForMonths: Int)
  }
}
