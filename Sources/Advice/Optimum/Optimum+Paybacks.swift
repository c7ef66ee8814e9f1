import Billing
import Quantities
import Use

extension Optimum {
  /// What the changes cost to make, where that was told, and how long they take to pay.
  public var paybacks: [Payback] {
    comparison.levers.compactMap { lever in
      switch lever.lever {
      case .transformers(let set):
        // What is left of what is there costs nothing.
        guard isBought(set) else { return nil }
        return payback(lever, set.billedCapacity.quantity, freedom.costs.perKilovoltAmpere)
      case .compensation(let compensation):
        guard let bank = (try? subject.bank(compensation)) ?? nil else { return nil }
        return payback(lever, bank.kvar.quantity, freedom.costs.perKilovar)
      case .storage(let battery):
        return payback(lever, battery.capacity.quantity, freedom.costs.perKilowattHour)
      case .shiftShares, .shiftFlexible, .batches, .pause, .voltage, .tariff, .singlePart,
        .basicCharge, .contractDemand:
        return nil
      }
    }
  }

  private func isBought(_ set: TransformerSet) -> Bool {
    let present = Set(subject.account.installedUnits.map(\.capacity))
    return !set.groups.joined().allSatisfy { present.contains($0.rating) }
  }

  private func payback(
    _ lever: LeverSaving, _ quantity: Quantity, _ price: Price?
  ) -> Payback? {
    guard let price else { return nil }
    let investment = quantity.times(price)
    let months = Int128(comparison.baseline.bills.count)
    let saving = lever.saving
    return Payback(
      lever: lever.lever, quantity: quantity, investment: investment,
      months: saving > .zero
        ? Quantity(
          units: WideProduct(investment.units, months * Quantity.unitsPerOne)
            .divided(by: saving.units))
        : nil)
  }
}
