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
