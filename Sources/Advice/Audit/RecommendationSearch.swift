import Billing
import Quantities
import Tariffs
import Use

/// Tries the standard transformer sizes, the methods of the basic charge and contract demands, each
/// by itself and some together, every one billed in full.
struct RecommendationSearch {
  let recommendations: [Recommendation]
  let best: WhatIf?

  /// How far a transformer is loaded at the most: what is recommended, and above what is warned.
  static let loadingLimit = Rate(units: 800_000_000_000)

  /// Ratings of the R10 series in which power transformers are made, GB/T 6451 and GB/T 10228. [kVA]
  static let standardRatings = [
    30, 50, 63, 80, 100, 125, 160, 200, 250, 315, 400, 500, 630, 800, 1000, 1250, 1600, 2000,
    2500, 3150, 4000, 5000, 6300, 8000, 10_000, 12_500, 16_000, 20_000, 25_000, 31_500, 40_000,
    50_000, 63_000, 90_000, 120_000, 150_000, 180_000, 240_000,
  ]

  init(subject: AccountCase, bill: AccountBill, indicators: Indicators) {
    var singles: [Recommendation] = []
    let transformers = Self.smallerTransformers(subject, indicators)
    let methods = Self.otherMethods(subject, bill)
    for (lever, feasibility) in transformers + methods {
      guard let tried = try? WhatIf(subject, levers: [lever], baseline: bill), tried.saving > .zero
      else {
        continue
      }
      singles.append(
        Recommendation(
          lever: lever, to: tried.levers.first?.to ?? "", saving: tried.saving,
          averagePriceAfter: tried.scenario.averagePrice, feasibility: feasibility))
    }
    if let contract = ContractSearch(subject, bill), let change = contract.comparison.levers.first {
      singles.append(
        Recommendation(
          lever: change.lever, to: change.to, saving: contract.comparison.saving,
          averagePriceAfter: contract.comparison.scenario.averagePrice,
          feasibility: .allowed(boundForMonths: contract.boundForMonths)))
    }
    recommendations = Self.bestOfEachKind(singles)
    best = Self.best(subject, bill, singles.map(\.lever), transformers.map(\.0), methods.map(\.0))
  }

  private static func smallerTransformers(
    _ subject: AccountCase, _ indicators: Indicators
  ) -> [(Lever, Recommendation.Feasibility)] {
    guard let capacity = indicators.capacity, let ratio = indicators.loadRatio,
      subject.account.transformers != nil
    else { return [] }
    let apparent = capacity.times(ratio)
    return standardRatings.compactMap { rating in
      let power = Power(rating)
      guard power < capacity, let load = Rate(apparent, over: power), load <= loadingLimit,
        let set = try? TransformerSet(String(rating))
      else { return nil }
      return (.transformers(set), .transformerLoad(load, limit: loadingLimit))
    }
  }

  private static func otherMethods(
    _ subject: AccountCase, _ bill: AccountBill
  ) -> [(Lever, Recommendation.Feasibility)] {
    guard let month = bill.bills.last?.month, let version = subject.version(in: month),
      let basic = version.basicCharge, let current = bill.bills.last?.method
    else { return [] }
    return basic.methods.map(\.method).filter { $0 != current }.map {
      (.basicCharge($0), .allowed(boundForMonths: version.terms.methodMonths))
    }
  }

  /// The best of each kind of lever, best first; of equal savings the larger transformer, since it
  /// changes less.
  private static func bestOfEachKind(_ singles: [Recommendation]) -> [Recommendation] {
    var best: [String: Recommendation] = [:]
    for single in singles {
      if let known = best[single.lever.name], known.saving > single.saving { continue }
      best[single.lever.name] = single
    }
    return best.values.sorted {
      $0.saving != $1.saving ? $0.saving > $1.saving : $0.lever.rank < $1.lever.rank
    }
  }

  private static func best(
    _ subject: AccountCase, _ bill: AccountBill, _ singles: [Lever], _ transformers: [Lever],
    _ methods: [Lever]
  ) -> WhatIf? {
    var best: WhatIf?
    // The best combination that leaves a contract demand to be chosen: a change that is dearer with
    // the contract demand of today may be cheaper with one that fits it.
    var underContract: WhatIf?
    func consider(_ levers: [Lever]) {
      guard let tried = try? WhatIf(subject, levers: levers, baseline: bill) else { return }
      if tried.scenario.bills.last?.method == .contractDemand,
        underContract.map({ $0.saving < tried.saving }) ?? true
      {
        underContract = tried
      }
      guard tried.saving > .zero, best.map({ $0.saving < tried.saving }) ?? true else { return }
      best = tried
    }
    for lever in singles { consider([lever]) }
    for transformer in transformers {
      for method in methods { consider([transformer, method]) }
    }
    for method in methods { consider([method]) }
    if let state = underContract, let contract = ContractSearch(state.result, state.scenario) {
      let others = state.levers.map(\.lever).filter { $0.name != "contract-demand" }
      consider(others + [.contractDemand(contract.best)])
    }
    return best
  }
}
