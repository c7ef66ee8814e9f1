import Quantities

/// The prices of one tariff at some voltages.
public struct PriceRow: Sendable, Hashable {
  /// The tariff.
  public let tariff: String
  /// The voltages it serves; nothing for every voltage.
  public let voltages: Set<Voltage>?
  /// The printed figure by column; blank cells are absent.
  public let prices: [String: Price]
  /// Where the row stands and what it rests on.
  public let rule: RuleReference

  /// Makes a row.
  public init(
    tariff: String, voltages: Set<Voltage>?, prices: [String: Price], rule: RuleReference
  ) {
    self.tariff = tariff
    self.voltages = voltages
    self.prices = prices
    self.rule = rule
  }
}
