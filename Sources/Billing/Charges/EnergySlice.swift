import Quantities
import Tariffs
import Use

/// Part of a period's energy at the price of one tier.
struct EnergySlice {
  let tier: Int
  let quantity: Quantity
  let exact: Quantity
  let from: Quantity
  let upTo: Quantity?
}

extension EnergySlice {
  /// All of a register, even where that is nothing.
  init(_ register: RoundedRegister) {
    self.init(
      tier: 0, quantity: register.billed, exact: register.exact, from: .zero, upTo: nil)
  }
}
