import Quantities

/// Equally likely months, and with the tail's probability one that reaches beyond all of them.
///
/// A month of the tail costs per kilowatt what one of the others does, each as likely. Drawing
/// months again and again (a bootstrap of pairs of energy and demand) tends to these weights, so
/// expected values are worked out from them and not drawn.
struct DemandDistribution: Sendable {
  /// The equally likely months; at least one.
  let samples: [DemandSample]
  /// The months of the tail, as likely among each other.
  let tail: [DemandSample]
  /// How likely a month of the tail is.
  let probability: Rate

  /// Nothing where there are no months.
  init?(_ samples: [DemandSample], tail: DemandTail) {
    guard let highest = samples.map(\.demand).max() else { return nil }
    let demand = highest.times(.one + tail.height)
    self.samples = samples
    self.tail = samples.map { DemandSample(demand: demand, weight: $0.weight) }
    probability = tail.probability
  }

  /// What can come, weighed by its probability times the number of months.
  var weighted: [DemandSample] {
    Self.weighted(samples, by: .one - probability) + Self.weighted(tail, by: probability)
  }

  /// The mean of a month, from the sum over all that is weighted. [currency]
  func expected(_ sum: Money) -> Money {
    Money(units: RoundingMode.halfAwayFromZero.divide(sum.units, by: Int128(samples.count)))
  }

  /// How likely a month is to exceed a limit.
  func exceedance(of limit: Power) -> Rate {
    let above = Int128(samples.count { $0.demand > limit })
    let tailAbove = Int128(tail.count { $0.demand > limit })
    return Rate(
      units: RoundingMode.halfAwayFromZero.divide(
        (Rate.one - probability).units * above + probability.units * tailAbove,
        by: Int128(samples.count)))
  }

  /// What a contract costs in the dearest month that can come. [currency]
  func worst(_ terms: ContractTerms, contract: Power) -> Money {
    let possible = (probability < .one ? samples : []) + (probability > .zero ? tail : [])
    return possible.map { $0.cost(terms, contract: contract) }.max() ?? .zero
  }

  private static func weighted(_ samples: [DemandSample], by share: Rate) -> [DemandSample] {
    guard share > .zero else { return [] }
    return samples.map { DemandSample(demand: $0.demand, weight: $0.weight.times(share)) }
  }
}
