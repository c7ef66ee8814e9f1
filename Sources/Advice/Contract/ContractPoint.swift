import Quantities

/// A contract demand and what a month costs with it.
package struct ContractPoint: Sendable, Hashable {
  /// The contract. [kW]
  package let contract: Power
  /// The expected cost of a month. [currency]
  package let expectedCost: Money
}
