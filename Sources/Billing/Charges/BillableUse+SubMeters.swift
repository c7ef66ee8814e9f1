import Quantities
import Tariffs
import Use

extension BillableUse {
  /// Takes sub-meters out of the registers (定比定量): a share is of all billed energy, losses in
  /// it.
  ///
  /// - Throws: ``BillingProblem`` where one that is read was not.
  mutating func take(
    _ meters: [SubMeter], whole: BillingDeterminants, rounding: BillRounding
  ) throws(BillingProblem) {
    let before = total
    for meter in meters {
      let exact: Quantity
      switch meter.measure {
      case .ratio(let share): exact = before.times(share)
      case .quantity(let energy): exact = energy.quantity
      case .meter:
        guard let energy = whole.subMeters[meter.id] else {
          throw .missingSubMeter(meter.id, month: whole.month)
        }
        exact = energy.quantity
      }
      let energy = exact.rounded(digits: rounding.energyDigits, mode: rounding.mode)
      switch meter.takenFrom {
      case .flat:
        let periods = segments.first?.map(\.period) ?? []
        if let flat = periods.contains(.flat) ? PeriodName.flat : periods.last {
          add(-energy, to: flat)
        }
      case .none: break
      case .proRata: spread(-energy, digits: rounding.energyDigits)
      }
      taken.append((meter, energy))
      if meter.takenFrom != .none { working.append(.subMeter(name: meter.id, energy: energy)) }
    }
  }
}
