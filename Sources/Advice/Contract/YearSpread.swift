import Quantities

/// What twelve months cost with one contract demand when they are drawn again and again.
///
/// Expected costs need no draws; how far a year lies from its mean does. Months are drawn with
/// their energy, demand and power factor together, each independent of the last.
package struct YearSpread: Sendable, Hashable {
  /// One year in twenty costs less, or as much. [currency]
  package let low: Money
  /// One year in two costs less, or as much. [currency]
  package let median: Money
  /// Nineteen years in twenty cost less, or as much. [currency]
  package let high: Money
  /// The share of years in which actual demand would cost less.
  package let actualBetter: Rate

  init(
    _ months: DemandDistribution, terms: ContractTerms, contract: Power, outlook: ContractOutlook
  ) {
    let pairs = [months.samples, months.tail].map { samples in
      samples.map { (kept: $0.cost(terms, contract: contract), actual: $0.actual) }
    }
    var resampler = Resampler(seed: outlook.seed)
    var totals: [Money] = []
    var better: Int128 = 0
    for _ in 0..<outlook.years {
      var kept = Money.zero
      var actual = Money.zero
      for _ in 0..<12 {
        let drawn = pairs[resampler.happens(months.probability) ? 1 : 0]
        let month = drawn[Int(resampler.below(UInt64(drawn.count)))]
        kept += month.kept
        actual += month.actual
      }
      totals.append(kept)
      if actual < kept { better += 1 }
    }
    totals.sort()
    // The nearest rank: the least total that so many twentieths of the years do not exceed.
    func rank(_ twentieths: Int) -> Money { totals[(twentieths * totals.count + 19) / 20 - 1] }
    low = rank(1)
    median = rank(10)
    high = rank(19)
    actualBetter = Rate(units: better * Rate.unitsPerOne / Int128(outlook.years))
  }
}
