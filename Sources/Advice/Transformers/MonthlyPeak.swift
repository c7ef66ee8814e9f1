import Quantities
import Use

/// The highest apparent power of a month.
package struct MonthlyPeak: Sendable, Hashable {
  /// The billing month.
  package let month: Month
  /// The power. [kVA]
  package let apparent: Power
  /// What it was found from.
  package let basis: Basis

  /// What a peak was found from.
  package enum Basis: Sendable, Hashable {
    /// √(P² + Q²) of an interval, or a register of apparent power.
    case metered
    /// The peak of active power, with the month's reactive energy in proportion.
    case monthlyReactive
    /// The peak of active power over a power factor that was given.
    case powerFactor(PowerFactor)
  }

  /// Makes a peak.
  package init(month: Month, apparent: Power, basis: Basis = .metered) {
    self.month = month
    self.apparent = apparent
    self.basis = basis
  }

  /// The peaks of an account's billing months; months without any demand are left out.
  ///
  /// - Parameters:
  ///   - use: The use.
  ///   - account: Whose it is.
  ///   - powerFactor: The average power factor where no reactive energy is metered; above zero.
  /// - Returns: One for each month, in the order of the use.
  package static func peaks(
    of use: MeteredUse, account: Account, powerFactor: PowerFactor
  ) -> [MonthlyPeak] {
    switch use {
    case .readings(let readings):
      return readings.compactMap { reading in
        if let apparent = reading.maximumApparent {
          return MonthlyPeak(month: reading.month, apparent: apparent)
        }
        return reading.maximumDemand.map {
          peak(reading.month, $0, reading.totalEnergy, reading.netReactive, powerFactor)
        }
      }
    case .intervals(let profile):
      return profile.billingMonths(of: account).compactMap { month, range in
        peak(of: profile, month, range, powerFactor)
      }
    }
  }

  private static func peak(
    of profile: LoadProfile, _ month: Month, _ range: Range<Int>, _ powerFactor: PowerFactor
  ) -> MonthlyPeak? {
    var square = Int128(-1)
    var demand = Int64(-1)
    var total = Int128(0)
    for index in range where profile.active[index] != LoadProfile.missing {
      let active = profile.active[index]
      demand = max(demand, active)
      total += Int128(active)
      guard let reactive = profile.netReactive(at: index)?.millijoules else { continue }
      square = max(square, Int128(active) * Int128(active) + reactive * reactive)
    }
    guard demand >= 0 else { return nil }
    func power(_ energy: Int128) -> Power {
      Energy(millijoules: energy).meanPower(overSeconds: profile.intervalSeconds)
    }
    if square >= 0 { return MonthlyPeak(month: month, apparent: power(square.roundedSquareRoot)) }
    let register = profile.registers.first { $0.month == month }
    return peak(
      month, power(Int128(demand)), Energy(millijoules: total), register?.netReactive, powerFactor)
  }

  private static func peak(
    _ month: Month, _ demand: Power, _ total: Energy, _ reactive: Energy?, _ given: PowerFactor
  ) -> MonthlyPeak {
    guard let reactive, total > .zero else {
      let apparent = RoundingMode.awayFromZero.divide(
        demand.units * 100, by: Int128(max(1, given.hundredths)))
      return MonthlyPeak(
        month: month, apparent: Power(units: apparent), basis: .powerFactor(given))
    }
    let beside = WideProduct(demand.units, reactive.millijoules).divided(by: total.millijoules)
    let square = demand.units * demand.units + beside * beside
    return MonthlyPeak(
      month: month, apparent: Power(units: square.roundedSquareRoot), basis: .monthlyReactive)
  }
}
