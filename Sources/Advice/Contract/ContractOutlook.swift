import Quantities

/// What is assumed about the months to come.
package struct ContractOutlook: Sendable, Hashable {
  /// By how much demand and energy grow on the history: 0.05 for 5 %.
  package let growth: Rate
  /// What may come beyond the highest demand seen.
  package let tail: DemandTail
  /// By how much more the demands that the best contract covers are to be covered: 0.02 for 2 %.
  package let margin: Rate
  /// Whether the tariff offers the method of actual demand.
  package let offersActualDemand: Bool
  /// Years drawn for the spread of a year's cost.
  package let years: Int
  /// Begins the draws; the same seed gives the same spread.
  package let seed: UInt64

  package init(
    growth: Rate = .zero, tail: DemandTail = .none, margin: Rate = Self.usualMargin,
    offersActualDemand: Bool = true, years: Int = 1000, seed: UInt64 = 1
  ) {
    precondition(years > 0, "a spread needs a year")
    self.growth = growth
    self.tail = tail
    self.margin = margin
    self.offersActualDemand = offersActualDemand
    self.years = years
    self.seed = seed
  }

  /// 2 %.
  package static let usualMargin = Rate(units: Rate.unitsPerOne / 50)
}
