import Billing
import Metering
import Quantities
import Tariffs
import Use

extension AccountReview {
  /// Period registers that do not add up to the total by more than four counts of the last digit.
  func registerSums(_ readings: [MonthlyReading]) -> [Seen] {
    let most = Energy(millijoules: tolerance.step.millijoules * 4)
    let compared = readings.compactMap { reading -> (MonthlyReading, EnergyComparison)? in
      guard let total = reading.total, !reading.energy.isEmpty else { return nil }
      let sum = reading.energy.reduce(Energy.zero) { $0 + $1.energy }
      let comparison = EnergyComparison(month: reading.month, found: sum, expected: total)
      return comparison.difference > most ? (reading, comparison) : nil
    }
    guard let first = compared.first else { return [] }
    // Some meters count the sharp hours in the peak register too.
    let twice = first.0.energy.map(\.period).first { period in
      compared.allSatisfy { reading, comparison in
        let energy = reading.energy.first { $0.period == period }?.energy ?? .zero
        let without = EnergyComparison(
          month: reading.month, found: comparison.found - energy, expected: comparison.expected)
        return energy > .zero && without.difference <= most
      }
    }
    return [(.registerSum(months: compared.map(\.1), twice: twice), compared.count)]
  }

  /// Intervals held against the registers read beside them.
  func registers(beside profile: LoadProfile) -> [Seen] {
    let months = profile.registers.compactMap { MeteredMonth(profile, $0, account) }
    let differing = months.filter { month in
      guard let register = month.register else { return false }
      // Of a month with gaps no more is known than that it cannot hold less than what is there.
      guard month.isWhole || month.energy > register else { return false }
      return tolerance.isExceeded(by: month.energy, register)
    }
    var seen: [Seen] = []
    if !differing.isEmpty {
      let figures = differing.compactMap { month in
        month.register.map {
          EnergyComparison(month: month.month, found: month.energy, expected: $0)
        }
      }
      let fits = slips(intervalSeconds: profile.intervalSeconds) { slip in
        figures.allSatisfy { $0.agrees(without: slip) }
      }
      seen.append((.sumCheck(.register, months: figures, fits: fits), figures.count))
    }
    // A month whose sum is off has its periods and its demand off for the same reason.
    let told = Set(differing.map(\.month))
    let sound = months.filter { !told.contains($0.month) }
    return seen + periods(of: sound, profile) + demands(of: sound, profile)
  }
}
