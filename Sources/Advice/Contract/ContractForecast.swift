import Quantities

/// The contract demand to declare for a month whose demand is not known, from months that are.
///
/// The months of the history, grown, are taken as equally likely, so the caller chooses those that
/// are like the one to come. Near the optimum a contract saves on actual demand at most what the
/// allowance gives, 1/21, and loses by error of the forecast: with normal errors nothing is left
/// from a deviation of 3.8 % by reading A, 6.0 % by reading B.
package struct ContractForecast: Sendable, Hashable {
  /// The contract with the least expected cost, in whole kilowatts. [kW]
  package let optimum: ContractPoint
  /// The contract to declare, which also covers demands higher by the margin than those the optimum
  /// covers; never above the optimum and the margin on it, rounded up to a kilowatt. [kW]
  package let recommended: ContractPoint
  /// The cost of the dearest month that can come, with the recommended contract. [currency]
  package let worstCase: Money
  /// How likely a month is to exceed what the recommended contract allows.
  package let exceedance: Rate
  /// Expected costs at floor, cap and all ends of straight pieces between, ascending.
  package let curve: [ContractPoint]
  /// The expected cost of a month by actual demand; nothing where that is not offered. [currency]
  package let actualDemandCost: Money?
  /// What a year costs with the recommended contract, and how far that spreads.
  package let year: YearSpread
  /// What would have been best for the history as it was.
  package let hindsight: ContractHindsight

  /// Forecasts; nothing without a history.
  package init?(
    _ history: [DemandMonth], price: DemandPrice, terms: ContractTerms,
    outlook: ContractOutlook = ContractOutlook()
  ) {
    self.init(
      grown: history.map { $0.grown(by: outlook.growth).sample(price) },
      history: history.map { $0.sample(price) }, terms: terms, outlook: outlook)
  }

  /// Forecasts from months whose kilowatts have a price each; a discount they earned stays earned
  /// when they grow.
  package init?(
    _ samples: [DemandSample], terms: ContractTerms, outlook: ContractOutlook = ContractOutlook()
  ) {
    let factor = Rate.one + outlook.growth
    self.init(
      grown: samples.map { DemandSample(demand: $0.demand.times(factor), weight: $0.weight) },
      history: samples, terms: terms, outlook: outlook)
  }

  private init?(
    grown: [DemandSample], history: [DemandSample], terms: ContractTerms, outlook: ContractOutlook
  ) {
    guard let months = DemandDistribution(grown, tail: outlook.tail) else { return nil }
    let costs = ContractCost(months.weighted, terms: terms)
    func point(_ contract: Power) -> ContractPoint {
      ContractPoint(contract: contract, expectedCost: months.expected(costs.cost(of: contract)))
    }
    optimum = point(ContractOptimum(costs).contract)
    recommended = point(Self.raised(optimum.contract, by: outlook.margin, costs))
    worstCase = months.worst(terms, contract: recommended.contract)
    exceedance = months.exceedance(of: terms.limit(of: recommended.contract))
    curve = Set(
      ContractOptimum.breakpoints(of: costs.demands, terms) + [
        optimum.contract, recommended.contract,
      ]
    )
    .sorted().map(point)
    actualDemandCost = outlook.offersActualDemand ? months.expected(costs.actual) : nil
    year = YearSpread(months, terms: terms, contract: recommended.contract, outlook: outlook)
    hindsight = ContractHindsight(history, terms: terms)
  }

  /// What the margin costs in a month. [currency]
  package var marginCost: Money { recommended.expectedCost - optimum.expectedCost }

  /// Whether the method of actual demand is expected to cost less than the recommended contract.
  package var actualDemandIsBetter: Bool {
    actualDemandCost.map { $0 < recommended.expectedCost } ?? false
  }

  /// The contract that covers, higher by the margin, what the optimum covers.
  ///
  /// A floor that covers everything anyway is not raised: that would cost and protect nothing.
  private static func raised(
    _ optimum: Power, by margin: Rate, _ costs: ContractCost
  ) -> Power {
    let terms = costs.terms
    let covered = costs.coveredCount(limit: terms.limit(of: optimum))
    guard covered > 0 else { return optimum }
    let demand = costs.demands[covered - 1].times(.one + margin)
    return min(max(optimum, terms.covering(demand)), terms.most)
  }
}
