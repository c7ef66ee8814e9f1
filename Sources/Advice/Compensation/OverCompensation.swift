import Quantities
import Use

/// Reactive energy that is fed back, and what it costs in power factor.
package struct OverCompensation: Sendable, Hashable {
  /// The figures of a month.
  package struct Month: Sendable, Hashable {
    /// The billing month.
    package let month: Quantities.Month
    /// Reactive energy drawn. [kvarh]
    package let forward: Energy
    /// Reactive energy fed back. [kvarh]
    package let reverse: Energy
    /// What is fed back of all reactive energy. [fraction]
    package let share: Rate
    /// The power factor, energy fed back counting like energy drawn.
    package let powerFactor: PowerFactor?
    /// The power factor if nothing were fed back and as much were drawn.
    package let withoutReverse: PowerFactor?
    /// When it is fed back.
    package let when: When

    /// By how many hundredths energy fed back lowers the power factor.
    package var lost: Int {
      guard let powerFactor, let withoutReverse else { return 0 }
      return withoutReverse.hundredths - powerFactor.hundredths
    }
  }

  /// When reactive energy is fed back.
  package enum When: Sendable, Hashable {
    /// The month's sums are all that is known.
    case unknown
    /// Intervals that feed back, those of them at light load, and all that are metered.
    case intervals(feedingBack: Int, atLightLoad: Int, of: Int)
  }

  /// The months in which reactive energy is fed back.
  package let months: [Month]

  /// Looks for reactive energy that is fed back.
  ///
  /// - Parameters:
  ///   - use: The use.
  ///   - account: Whose it is.
  ///   - lightLoad: Up to which share of the month's mean active load an interval is at light load.
  /// - Throws: ``CompensationProblem/noReactive(_:)``.
  package init(
    _ use: MeteredUse, of account: Account, lightLoad: Rate = Rate(units: 500_000_000_000)
  ) throws(CompensationProblem) {
    months = try ReactiveMonth.months(of: use, account: account).compactMap { month in
      let flows = month.flows()
      guard flows.reverse > 0 else { return nil }
      let forward = Energy(millijoules: flows.forward)
      let reverse = Energy(millijoules: flows.reverse)
      return Month(
        month: month.month, forward: forward, reverse: reverse,
        share: Rate(reverse.quantity, over: (forward + reverse).quantity) ?? .zero,
        powerFactor: month.powerFactor(),
        withoutReverse: PowerFactor(active: month.active, reactive: forward),
        when: Self.when(use, account, month.month, lightLoad))
    }
  }

  private static func when(
    _ use: MeteredUse, _ account: Account, _ month: Quantities.Month, _ lightLoad: Rate
  ) -> When {
    guard case .intervals(let profile) = use, let reverse = profile.reactiveReverse,
      profile.reactiveForward != nil,
      let range = profile.positions(of: account.billingPeriod(of: month))
    else { return .unknown }
    let metered = range.filter {
      profile.active[$0] != LoadProfile.missing && reverse[$0] != LoadProfile.missing
    }
    let total = metered.reduce(Int128(0)) { $0 + Int128(profile.active[$1]) }
    let back = metered.filter { reverse[$0] > 0 }
    // active ≤ share × total ÷ count
    let light = back.filter { index in
      let left = Int128(profile.active[index]) * Int128(metered.count)
      return left <= WideProduct(total, lightLoad.units).divided(by: Rate.unitsPerOne)
    }
    return .intervals(feedingBack: back.count, atLightLoad: light.count, of: metered.count)
  }
}
