import Quantities

/// The whole-kilowatt contract demand with the least cost over samples; of equals the lowest.
///
/// With a the allowance, a sample D costs 2 D − a C (A) or 2 D − (2 a − 1) C (B) while C < D ÷ a,
/// and C from there on.
/// - Reading B and, with a = 1, the old one: both meet at D ÷ a, so the sum is convex. Its least
///   lies at a weighted quantile of D ÷ a (``ContractCost/quantile``), in whole kilowatts at one of
///   its two neighbours, and under floor and cap at what these clamp to.
/// - Reading A: the cost drops by D − D ÷ a = D/21 at D ÷ a, so there are many local minima and
///   clamping one of them would be wrong. Between ⌈D ÷ a⌉ and the next sample's ⌈D ÷ a⌉ − 1 the
///   sum is a straight line: its least is at one of those ends, at the floor, or at the cap. All
///   that lie in the range are tried.
///
/// Exact for an allowance of at most six digits, whose multiples of whole kilowatts are whole
/// milliwatts.
package struct ContractOptimum: Sendable, Hashable {
  /// The contract that costs least, in whole kilowatts. [kW]
  package let contract: Power
  /// What the samples cost with it, each demand × weight. [currency]
  package let cost: Money

  /// Finds the contract that costs least over samples: months known, or a distribution.
  package init(_ samples: [DemandSample], terms: ContractTerms) {
    self.init(ContractCost(samples, terms: terms))
  }

  init(_ costs: ContractCost) {
    var best: (contract: Power, cost: Money)?
    for contract in Self.candidates(costs) {
      let cost = costs.cost(of: contract)
      if let known = best, known.cost <= cost { continue }
      best = (contract, cost)
    }
    contract = best?.contract ?? costs.terms.least
    cost = best?.cost ?? .zero
  }

  /// The contracts one of which costs least, ascending.
  private static func candidates(_ costs: ContractCost) -> [Power] {
    let terms = costs.terms
    switch terms.reading {
    case .a: return breakpoints(of: costs.demands, terms)
    case .b, .old:
      guard let demand = costs.quantile else { return [terms.least] }
      let covering = terms.covering(demand)
      return [terms.clamped(covering - Power(1)), terms.clamped(covering)]
    }
  }

  /// The ends of the straight pieces of the cost, in whole kilowatts, ascending.
  static func breakpoints(of demands: [Power], _ terms: ContractTerms) -> [Power] {
    var values: Set<Power> = [terms.least, terms.most]
    for demand in demands {
      let covering = terms.covering(demand)
      values.insert(covering)
      values.insert(covering - Power(1))
    }
    return values.filter { $0 >= terms.least && $0 <= terms.most }.sorted()
  }
}
