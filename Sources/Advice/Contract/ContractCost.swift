import Quantities

/// What a contract demand costs over samples, from sums by ascending demand.
///
/// For a contract C with limit L, let the covered samples weigh V and the others U, these with
/// demands that sum to P, each times its weight. Then the cost is C V + 2 P − L U by readings A and
/// old, and C (V + U) + 2 (P − L U) by reading B. A sum costs one search instead of a pass.
struct ContractCost: Sendable {
  let terms: ContractTerms
  /// Ascending.
  let demands: [Power]
  /// The weight of the first k samples, at k.
  private let weights: [Int128]
  /// The sum of weight × demand of the first k samples, at k.
  private let products: [Int128]

  /// Sorts and sums; n log n.
  init(_ samples: [DemandSample], terms: ContractTerms) {
    let sorted = samples.sorted { $0.demand < $1.demand }
    var weights: [Int128] = [0]
    var products: [Int128] = [0]
    var weight: Int128 = 0
    var product: Int128 = 0
    for sample in sorted {
      weight += sample.weight.units
      product += sample.weight.units * sample.demand.units
      weights.append(weight)
      products.append(product)
    }
    self.terms = terms
    demands = sorted.map(\.demand)
    self.weights = weights
    self.products = products
  }

  /// The cost of the samples at a contract, exact. [currency]
  func cost(of contract: Power) -> Money {
    let count = demands.count
    let contract = max(contract, terms.floor)
    let limit = terms.limit(of: contract)
    let covered = coveredCount(limit: limit)
    let others = weights[count] - weights[covered]
    let excess = 2 * (products[count] - products[covered] - limit.units * others)
    let kept =
      switch terms.reading {
      case .a, .old: contract.units * weights[covered] + limit.units * others
      case .b: contract.units * weights[count]
      }
    return Self.money(kept + excess)
  }

  /// The cost of the samples without a contract, each at its own demand. [currency]
  var actual: Money { Self.money(products[demands.count]) }

  /// How many samples do not exceed a limit.
  func coveredCount(limit: Power) -> Int {
    var low = 0
    var high = demands.count
    while low < high {
      let middle = (low + high) / 2
      if demands[middle] <= limit { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The demand at which covering one more sample stops to pay, where the cost is convex.
  ///
  /// A kilowatt of contract costs one on each covered sample and saves 2a − 1 on each other, so it
  /// pays while V < (2a − 1) U: the demand sought is the first at which the share of the covered
  /// reaches (2a − 1) ÷ 2a. That is 1.1 ÷ 2.1 = 11/21 by reading B with a = 1.05, and the median by
  /// the old reading, whose limit is the contract itself. Nothing where no kilowatt pays.
  var quantile: Power? {
    let doubled = 2 * terms.covered.units
    let needed = (doubled - Rate.unitsPerOne) * weights[demands.count]
    guard let covered = weights.firstIndex(where: { doubled * $0 >= needed }), covered > 0 else {
      return nil
    }
    return demands[covered - 1]
  }

  /// 10⁻⁶ kW × 10⁻¹² currency/kW in the units of money.
  private static func money(_ product: Int128) -> Money {
    Money(units: product * (Money.unitsPerOne / (Power.unitsPerOne * Price.unitsPerOne)))
  }
}
