import Quantities

/// What a month tells of the demand of others like it.
package struct DemandMonth: Sendable, Hashable {
  /// The month.
  package let month: Month
  /// Active energy. [kWh]
  package let energy: Energy
  /// The highest demand. [kW]
  package let demand: Power
  /// What the power-factor adjustment adds to the charge: −0.0075 for −0.75 %.
  package let powerFactorRate: Rate

  package init(_ month: Month, energy: Energy, demand: Power, powerFactorRate: Rate = .zero) {
    self.month = month
    self.energy = energy
    self.demand = demand
    self.powerFactorRate = powerFactorRate
  }

  /// The month grown by a rate: 0.05 raises demand and energy by 5 %.
  func grown(by rate: Rate) -> DemandMonth {
    let factor = Rate.one + rate
    return DemandMonth(
      month, energy: energy.scaled(by: factor.units, over: Rate.unitsPerOne),
      demand: demand.times(factor), powerFactorRate: powerFactorRate)
  }

  /// The month as a sample, at a price.
  func sample(_ price: DemandPrice) -> DemandSample {
    DemandSample(
      demand: demand, weight: price.weight(energy: energy, powerFactorRate: powerFactorRate))
  }
}
