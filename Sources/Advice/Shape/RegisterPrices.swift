import Billing
import Quantities
import Tariffs
import Use

/// What a kilowatt-hour costs in each register of a month.
///
/// Taxes, the power-factor adjustment and whatever else follows the energy charge are in it, since
/// it is the difference of two bills. What energy costs in one register beyond another is found with
/// the energy of the month as it is, so that neither the power factor nor a discount for use per
/// capacity moves; what it costs at all, with one kilowatt-hour more.
struct RegisterPrices {
  /// By register. [10⁻¹² currency/kWh]
  let units: [Int64]
  /// What a market price counts for, with all that is reckoned on it; nothing without a curve.
  let curveFactor: Rate?
  /// Whether the prices stay the same however much is moved.
  let isStraight: Bool

  /// - Returns: Nothing where no energy was used.
  init?(_ study: MonthStudy) throws(BillingFailure) {
    let registers = study.registers
    guard let most = registers.indices.max(by: { registers[$0].energy < registers[$1].energy }),
      registers[most].energy > .zero
    else { return nil }
    func total(_ change: (inout MonthStudy.Departure) -> Void) throws(BillingFailure) -> Money {
      var departure = MonthStudy.Departure()
      departure.unrounded = true
      change(&departure)
      return try study.bill(departure).total
    }
    let base = try total { _ in }
    let moved = registers[most].energy.wholeKilowattHours
    let one = Energy(kilowattHours: 1)
    let own = try total { $0.addition = (most, one) } - base
    let reference = Self.price(own, one)
    var units = Array(repeating: reference, count: registers.count)
    for register in registers.indices where register != most {
      units[register] += Self.price(
        try total { $0.transfer = (most, register, moved) } - base, moved)
    }
    self.units = units
    if study.account.curve != nil {
      let rise = Price(1)
      let difference = try total { $0.curveRise = rise } - base
      let energy = study.determinants.energy.reduce(Energy.zero) { $0 + $1.energy }
      curveFactor = Rate(difference, over: energy.quantity.times(rise))
    } else {
      curveFactor = nil
    }
    isStraight = study.version.map(Self.isStraight) ?? false
  }

  /// Money is 10⁻²¹ and a kilowatt-hour 10⁹ units, which leaves 10⁻¹² currency/kWh.
  private static func price(_ amount: Money, _ energy: Energy) -> Int64 {
    Int64(
      clamping: RoundingMode.halfAwayFromZero.divide(amount.units, by: energy.quantity.units))
  }

  private static func isStraight(_ version: TariffVersion) -> Bool {
    let hasTiers = version.energyCharge?.periods.contains { $0.tiers.count > 1 } ?? false
    return !hasTiers
      && !version.charges.contains {
        if case .minimum = $0.kind { return true } else { return false }
      }
  }
}

extension Energy {
  /// The energy in whole kilowatt-hours, or all of it where that is none.
  fileprivate var wholeKilowattHours: Energy {
    let whole = millijoules / 3_600_000_000
    return whole > 0 ? Energy(millijoules: whole * 3_600_000_000) : self
  }
}
