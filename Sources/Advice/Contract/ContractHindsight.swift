import Quantities

/// The cheapest contract demands for months that are known.
package struct ContractHindsight: Sendable, Hashable {
  /// The best contract of each month by itself, in the order given: ⌈D ÷ 1.05⌉ where that may be.
  /// [kW]
  package let monthly: [Power]
  /// What the months cost, each with its own. [currency]
  package let monthlyCost: Money
  /// The best contract for all, and what they cost with it.
  package let single: ContractOptimum
  /// What they cost at actual demand. [currency]
  package let actualDemandCost: Money

  package init(_ samples: [DemandSample], terms: ContractTerms) {
    let each = samples.map { ContractOptimum([$0], terms: terms) }
    monthly = each.map(\.contract)
    monthlyCost = each.reduce(.zero) { $0 + $1.cost }
    single = ContractOptimum(samples, terms: terms)
    actualDemandCost = samples.reduce(.zero) { $0 + $1.actual }
  }
}
