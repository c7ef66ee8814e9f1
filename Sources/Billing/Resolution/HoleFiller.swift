import Quantities
import Use

/// Fills the holes of a profile with a share of the most that may have flowed in them.
struct HoleFiller {
  /// The shares of the ceiling that are tried.
  static let quarters = 0...4

  let profile: LoadProfile
  let ceiling: MonthBounds.Ceiling
  /// The ceiling as energy of an interval. [mJ]
  private let most: Int64
  /// What flows back or forth beside the active energy that is known. [mvar·s per mJ]
  private let forward: (reactive: Int128, active: Int128)
  private let reverse: (reactive: Int128, active: Int128)

  /// - Returns: Nothing where neither the load nor the account tells what may have flowed.
  init?(_ profile: LoadProfile, capacity: Power?) {
    self.profile = profile
    let observed = profile.active.max() ?? 0
    if observed > 0 {
      most = observed
      ceiling = .observed(
        Energy(millijoules: Int128(observed)).meanPower(overSeconds: profile.intervalSeconds))
    } else if let capacity {
      // Milliwatts × seconds are millijoules.
      most = Int64(clamping: capacity.units * Int128(profile.intervalSeconds))
      ceiling = .capacity(capacity)
    } else {
      return nil
    }
    forward = Self.ratio(profile.reactiveForward, profile.active)
    reverse = Self.ratio(profile.reactiveReverse, profile.active)
  }

  private static func ratio(
    _ reactive: [Int64]?, _ active: [Int64]
  ) -> (reactive: Int128, active: Int128) {
    var sums: (reactive: Int128, active: Int128) = (0, 0)
    for (reactive, active) in zip(reactive ?? [], active)
    where reactive != LoadProfile.missing && active != LoadProfile.missing {
      sums.reactive += Int128(reactive)
      sums.active += Int128(active)
    }
    return sums
  }

  /// The profile with its holes on some days filled.
  func filled(_ period: DateSpan, quarters: Int) -> LoadProfile {
    var filled = profile.covering(period)
    let energy = most / 4 * Int64(quarters)
    for day in period.days {
      guard let range = filled.range(of: day) else { continue }
      for index in range where filled.active[index] == LoadProfile.missing {
        filled.active[index] = energy
        filled.reactiveForward?[index] = Self.reactive(beside: energy, forward)
        filled.reactiveReverse?[index] = Self.reactive(beside: energy, reverse)
      }
    }
    return filled
  }

  private static func reactive(
    beside energy: Int64, _ ratio: (reactive: Int128, active: Int128)
  ) -> Int64 {
    guard ratio.active > 0 else { return 0 }
    return Int64(
      clamping: WideProduct(Int128(energy), ratio.reactive)
        .divided(by: ratio.active, mode: .towardZero))
  }
}
