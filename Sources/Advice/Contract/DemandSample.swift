import Quantities

/// A month's highest demand and what a kilowatt of it costs.
package struct DemandSample: Sendable, Hashable {
  /// The highest demand. [kW]
  package let demand: Power
  /// Price × discount × (1 + power-factor rate), not below zero; times a probability, where the
  /// samples are a distribution. [currency/kW]
  package let weight: Price

  package init(demand: Power, weight: Price) {
    precondition(!weight.isNegative, "a kilowatt costs nothing or something")
    self.demand = demand
    self.weight = weight
  }

  /// What the month costs with a contract. [currency]
  package func cost(_ terms: ContractTerms, contract: Power) -> Money {
    terms.billedDemand(metered: demand, contract: contract).quantity.times(weight)
  }

  /// What the month costs at its own demand. [currency]
  package var actual: Money { demand.quantity.times(weight) }
}
