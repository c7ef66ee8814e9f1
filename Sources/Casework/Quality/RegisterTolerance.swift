import Quantities
import Use

/// How far a sum may lie from a register that counts the same.
struct RegisterTolerance {
  /// What the registers' last digit is worth. [kWh]
  let step: Energy

  /// Finds the last digit of some registers: that of the dial where each reading is a multiple of a
  /// hundredth of its multiplier, as dials show two digits at most, and that of the readings
  /// themselves elsewhere.
  init(_ readings: [MonthlyReading], multiplier: Rate) {
    let counts = readings.flatMap { reading in
      reading.energy.map(\.energy.millijoules) + (reading.total.map { [$0.millijoules] } ?? [])
    }
    let kilowattHour = Energy(kilowattHours: 1).millijoules
    for divisor: Int128 in [1, 10, 100] where !counts.isEmpty {
      let dial = multiplier.units * (kilowattHour / divisor)
      if counts.allSatisfy({ $0 * Rate.unitsPerOne % dial == 0 }) {
        step = Energy(millijoules: dial / Rate.unitsPerOne)
        return
      }
    }
    let divisor = [1, 10, 100, 1000, 10_000, 100_000].first { divisor in
      counts.allSatisfy { $0 % (kilowattHour / divisor) == 0 }
    }
    step = Energy(millijoules: kilowattHour / (divisor ?? 1_000_000))
  }

  /// Two counts of the last digit, or a thousandth of the register where that is more.
  func ofSum(_ register: Energy) -> Energy {
    max(step + step, Energy(millijoules: register.millijoules / 1000))
  }

  /// Whether two energies differ by more.
  func isExceeded(by found: Energy, _ register: Energy) -> Bool {
    let difference = found < register ? register - found : found - register
    return difference > ofSum(register)
  }
}
