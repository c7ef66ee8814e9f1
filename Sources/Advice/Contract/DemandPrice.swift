import Quantities
import Tariffs

/// What a kilowatt of demand costs, with what lowers the price in months of high use.
package struct DemandPrice: Sendable, Hashable {
  /// The price before discounts. [currency/kW]
  package let price: Price
  /// What lowers it (发改价格〔2023〕526号: 90 % from 260 kWh/kVA).
  package let discounts: [DemandRule.Discount]
  /// The capacity the energy is held against. [kVA]
  package let capacity: Power

  package init(_ price: Price, discounts: [DemandRule.Discount] = [], capacity: Power = .zero) {
    self.price = price
    self.discounts = discounts
    self.capacity = capacity
  }

  /// What a kilowatt costs in a month, the power-factor adjustment with it. [currency/kW]
  package func weight(energy: Energy, powerFactorRate: Rate) -> Price {
    let granted = discounts.filter { energy.quantity >= $0.energyPerCapacity.times(capacity) }
    return granted.reduce(price) { $0.times($1.factor) }.times(.one + powerFactorRate)
  }
}
