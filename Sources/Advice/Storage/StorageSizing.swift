import Quantities
import Use

/// What batteries of several sizes would save with the same load.
package enum StorageSizing {
  /// A size and its saving.
  package struct Point: Sendable, Hashable {
    /// The size.
    package let battery: Battery
    /// What it saves in all periods together. [currency]
    package let saving: Money
    /// What no use of it can exceed. [currency]
    package let mostSaving: Money
  }

  /// The sizing curve: for each battery, the sum over the periods of what its best plan saves.
  ///
  /// - Parameters:
  ///   - batteries: The sizes, in the order of the answer.
  ///   - problems: The periods, with true prices.
  ///   - profile: The load as it is.
  /// - Returns: A point for each battery.
  package static func curve(
    _ batteries: [Battery], problems: [PeriodProblem], profile: LoadProfile
  ) -> [Point] {
    batteries.map { battery in
      let plans = problems.map {
        StorageDispatch(problem: $0, profile: profile, battery: battery).plan()
      }
      return Point(
        battery: battery, saving: plans.reduce(.zero) { $0 + $1.saving },
        mostSaving: plans.reduce(.zero) { $0 + ($1.presentCost - $1.bound) })
    }
  }
}
