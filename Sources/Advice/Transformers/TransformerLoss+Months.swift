import Quantities
import Use

extension TransformerLoss {
  /// What is lost in a month, and how well that is known.
  package struct Monthly: Sendable, Hashable {
    /// The billing month.
    package let month: Month
    /// What is lost.
    package let lost: Lost
    /// What it was reckoned from.
    package let basis: Basis
  }

  /// What losses were reckoned from.
  package enum Basis: Sendable, Hashable {
    /// Each interval by itself; nothing is counted for those without a value.
    case intervals(counted: Int, missing: Int)
    /// The month's mean load. The load loss is the least there can be: that of a load with ups and
    /// downs is higher by the square of its form factor, its root mean square over its mean.
    case meanLoad
  }

  /// What is lost in each billing month of an account's use.
  package func months(of use: MeteredUse, account: Account) -> [Monthly] {
    switch use {
    case .readings(let readings):
      return readings.map { reading in
        let seconds = account.billingPeriod(of: reading.month).dayCount * 86_400
        return Monthly(
          month: reading.month,
          lost: energy(
            active: reading.totalEnergy, reactive: reading.netReactive, seconds: seconds),
          basis: .meanLoad)
      }
    case .intervals(let profile):
      return profile.billingMonths(of: account).map { month, range in
        var active = Energy.zero
        var reactive: Energy? = .zero
        var counted = 0
        for index in range where profile.active[index] != LoadProfile.missing {
          let lost = energy(of: profile, at: index)
          active += lost.active
          reactive = lost.reactive.flatMap { more in reactive.map { $0 + more } }
          counted += 1
        }
        if counted == 0, plate.magnetising == nil || plate.leakage == nil { reactive = nil }
        return Monthly(
          month: month, lost: Lost(active: active, reactive: reactive),
          basis: .intervals(counted: counted, missing: range.count - counted))
      }
    }
  }

  /// What is lost in one interval that has a value.
  package func energy(of profile: LoadProfile, at index: Int) -> Lost {
    energy(
      active: Energy(millijoules: Int128(profile.active[index])),
      reactive: profile.netReactive(at: index), seconds: profile.intervalSeconds)
  }
}

extension MonthlyReading {
  /// Reactive energy drawn less fed back, where it is read. [kvarh]
  package var netReactive: Energy? { reactiveForward.map { $0 - (reactiveReverse ?? .zero) } }
}
