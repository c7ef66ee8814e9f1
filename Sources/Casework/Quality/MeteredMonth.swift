import Metering
import Quantities
import Use

/// A billing month that lies in a profile, and the registers read beside it.
struct MeteredMonth {
  let month: Month
  let period: DateSpan
  let reading: MonthlyReading
  /// What the intervals hold. [kWh]
  let energy: Energy
  /// Whether each has a value.
  let isWhole: Bool

  /// Nothing for a month that lies partly outside the profile.
  init?(_ profile: LoadProfile, _ reading: MonthlyReading, _ account: Account) {
    let period = account.billingPeriod(of: reading.month)
    guard let first = profile.range(of: period.start), let last = profile.range(of: period.lastDay)
    else { return nil }
    let values = profile.active[first.lowerBound..<last.upperBound]
    month = reading.month
    self.period = period
    self.reading = reading
    isWhole = !values.contains(LoadProfile.missing)
    energy = Energy(
      millijoules: values.reduce(0) { $1 == LoadProfile.missing ? $0 : $0 + Int128($1) })
  }

  /// The total register, or the sum of the period registers; nothing where neither was read. [kWh]
  var register: Energy? {
    reading.total == nil && reading.energy.isEmpty ? nil : reading.totalEnergy
  }
}
