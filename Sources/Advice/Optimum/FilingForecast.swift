import Quantities

/// The contract demand to declare for the month after the data.
public struct FilingForecast: Sendable, Hashable {
  /// The month.
  public let month: Month
  /// What to declare: the best value with the margin on it. [kW]
  public let recommended: Power
  /// The value of least expected cost. [kW]
  public let optimum: Power
  /// What a month costs on average with the recommended value, the demand part alone. [currency]
  public let expectedCost: Money
  /// What the dearest month that is reckoned with costs. [currency]
  public let worstCase: Money
  /// How likely a month is to exceed what the contract allows. [fraction of one]
  public let exceedance: Rate
  /// What the margin is. [fraction of one]
  public let margin: Rate
  /// Expected cost by contract, from the floor to the capacity.
  public let curve: [CostPoint]
  /// What a month costs on average by actual demand; nothing where the tariff does not offer it.
  /// [currency]
  public let actualDemandCost: Money?
  /// Whether no contract demand is expected to cost as little as actual demand.
  public let actualDemandIsBetter: Bool

  /// A contract demand and what a month costs with it on average.
  public struct CostPoint: Sendable, Hashable {
    /// The contract. [kW]
    public let contract: Power
    /// The cost. [currency]
    public let cost: Money
  }
}
