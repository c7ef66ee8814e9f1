import Quantities
import Use

/// A billing month's energy as the power factor counts it.
struct ReactiveMonth {
  /// The billing month.
  let month: Month
  /// Active energy. [kWh]
  let active: Energy
  /// What is known of the reactive energy.
  let reactive: Reactive

  /// What is known of a month's reactive energy.
  enum Reactive {
    /// The sums alone, and how long the month was. [mvar·s and s]
    case sums(CapacitorBank.Flows, seconds: Int)
    /// Each interval that is metered, with the length of all of them. [mvar·s and s]
    case intervals([CapacitorBank.Flows], seconds: Int)
  }

  /// The sums with a bank, or as they are. [mvar·s]
  func flows(with bank: CapacitorBank? = nil) -> CapacitorBank.Flows {
    switch reactive {
    case .sums(let flows, let seconds):
      guard let bank else { return flows }
      return bank.month(flows, seconds: seconds)
    case .intervals(let intervals, let seconds):
      var sum = CapacitorBank.Flows(forward: 0, reverse: 0)
      for flows in intervals {
        var left = flows
        if let bank { left = bank.interval(flows, seconds: seconds) }
        sum.forward += left.forward
        sum.reverse += left.reverse
      }
      return sum
    }
  }

  /// The power factor, energy fed back counting like energy drawn (水电财字〔83〕215号); nothing for a
  /// month without energy.
  func powerFactor(with bank: CapacitorBank? = nil) -> PowerFactor? {
    let flows = flows(with: bank)
    return PowerFactor(
      active: active, reactive: Energy(millijoules: flows.forward + flows.reverse))
  }

  /// The billing months of an account's use.
  ///
  /// - Throws: ``CompensationProblem/noReactive(_:)``.
  static func months(
    of use: MeteredUse, account: Account
  ) throws(CompensationProblem) -> [ReactiveMonth] {
    var months: [ReactiveMonth] = []
    switch use {
    case .readings(let readings):
      for reading in readings {
        let reactive = try sums(of: reading, reading.month, account)
        months.append(
          ReactiveMonth(month: reading.month, active: reading.totalEnergy, reactive: reactive))
      }
    case .intervals(let profile):
      for (month, range) in profile.billingMonths(of: account) {
        let active = range.reduce(Int128(0)) {
          profile.active[$1] == LoadProfile.missing ? $0 : $0 + Int128(profile.active[$1])
        }
        let register = profile.registers.first { $0.month == month }
        let reactive =
          if let known = intervals(of: profile, range) { known } else {
            try sums(of: register, month, account)
          }
        months.append(
          ReactiveMonth(month: month, active: Energy(millijoules: active), reactive: reactive))
      }
    }
    return months
  }

  private static func sums(
    of reading: MonthlyReading?, _ month: Month, _ account: Account
  ) throws(CompensationProblem) -> Reactive {
    guard let forward = reading?.reactiveForward else { throw .noReactive(month) }
    return .sums(
      CapacitorBank.Flows(
        forward: forward.millijoules,
        reverse: (reading?.reactiveReverse ?? .zero).millijoules),
      seconds: account.billingPeriod(of: month).dayCount * 86_400)
  }

  private static func intervals(of profile: LoadProfile, _ range: Range<Int>) -> Reactive? {
    guard let forward = profile.reactiveForward else { return nil }
    let flows = range.compactMap { index -> CapacitorBank.Flows? in
      guard forward[index] != LoadProfile.missing else { return nil }
      let reverse = profile.reactiveReverse?[index] ?? 0
      return CapacitorBank.Flows(
        forward: Int128(forward[index]),
        reverse: reverse == LoadProfile.missing ? 0 : Int128(reverse))
    }
    return .intervals(flows, seconds: profile.intervalSeconds)
  }
}
