import Quantities
import Use

/// One billing period of a load as an optimiser sees it: what each interval's energy and the highest
/// demand cost.
///
/// The period's energy is what it is; only the differences between prices matter, so all of them may
/// be off by the same amount.
package struct PeriodProblem: Sendable {
  /// The month the period is billed in.
  package let month: Month
  /// The intervals of the period in the profile.
  package let positions: Range<Int>
  /// The days of the period, as intervals of the profile.
  package let days: [Range<Int>]
  /// The length of an interval. [s]
  package let intervalSeconds: Int
  /// Intervals in a demand interval; demand intervals begin with the day.
  package let blockLength: Int
  /// The price in each interval of `positions`. [10⁻¹² currency/kWh]
  package let prices: [Int64]
  /// What the highest demand costs.
  package let demand: DemandCost
  /// Whether prices and demand cost are all there is: without tiers of energy, several demand
  /// windows or apparent power, which are billed but not optimised.
  package let isExact: Bool

  package init(
    month: Month, positions: Range<Int>, days: [Range<Int>], intervalSeconds: Int,
    blockLength: Int, prices: [Int64], demand: DemandCost, isExact: Bool = true
  ) {
    precondition(prices.count == positions.count)
    self.month = month
    self.positions = positions
    self.days = days
    self.intervalSeconds = intervalSeconds
    self.blockLength = blockLength
    self.prices = prices
    self.demand = demand
    self.isExact = isExact
  }

  /// The same period with another cost of demand.
  package func with(_ demand: DemandCost) -> PeriodProblem {
    PeriodProblem(
      month: month, positions: positions, days: days, intervalSeconds: intervalSeconds,
      blockLength: blockLength, prices: prices, demand: demand, isExact: isExact)
  }
}
