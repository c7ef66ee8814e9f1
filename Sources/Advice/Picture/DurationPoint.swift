import Quantities
import Use

/// A power, and for what share of the time it is reached or exceeded.
public struct DurationPoint: Sendable, Hashable {
  /// The share of the intervals that were metered. [fraction of one]
  public let share: Rate
  /// The power. [kW]
  public let power: Power

  /// Where the curve is read, in thousandths: close where it is steep.
  private static let thousandths =
    [0, 1, 2, 5, 10, 20, 30, 50] + Array(stride(from: 100, through: 1000, by: 50))

  /// The load-duration curve of all intervals with a value.
  static func all(of profile: LoadProfile) -> [DurationPoint] {
    let sorted = profile.active.filter { $0 != LoadProfile.missing }.sorted(by: >)
    guard !sorted.isEmpty else { return [] }
    return thousandths.map { share in
      // The least value among so many of the highest, and of one at least.
      let count = max(1, (sorted.count * share + 999) / 1000)
      return DurationPoint(
        share: Rate(units: Int128(share) * Rate.unitsPerOne / 1000),
        power: Energy(millijoules: Int128(sorted[count - 1]))
          .meanPower(overSeconds: profile.intervalSeconds))
    }
  }
}
