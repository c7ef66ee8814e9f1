import Quantities
import Use

extension QualityCheck {
  /// What a person should look at, as far as a glance tells: more than the transformers can carry
  /// (Q13), and billing months the values do not span (Q23).
  ///
  /// What it finds is what ``findings(_:account:capacity:multiplier:readingDay:)`` finds of these.
  ///
  /// - Parameters:
  ///   - profile: The intervals.
  ///   - account: Its name in findings.
  ///   - capacity: What its transformers can carry, where known. [kVA]
  ///   - multiplier: The multiplier of its meter.
  ///   - readingDay: The day meters are read; nothing for calendar months.
  /// - Returns: At most one finding of each kind; none for a profile without values.
  package static func quickFindings(
    _ profile: LoadProfile, account: String, capacity: Power?, multiplier: Rate, readingDay: Int?
  ) -> [LoadFinding] {
    guard profile.active.contains(where: { $0 != LoadProfile.missing }) else { return [] }
    let isWhole = profile.active.withUnsafeBufferPointer { LoadProfile.missingCount($0) == 0 }
    var found: [QualityEvidence] = []
    // Only what is above the limit is looked at closely, since most profiles are far below it.
    if let capacity, capacity > .zero, peak(of: profile).units * 5 > capacity.units * 6 {
      let months = ProfileMonth.all(of: profile, readingDay: readingDay)
      let limits = CapacityCheck(profile, SpikeScan(profile, months), capacity)
      if let implausible = limits?.implausible(multiplier) { found.append(implausible) }
    }
    let months = ProfileMonth.all(of: profile, readingDay: readingDay)
    let isSpanned = months.allSatisfy { $0.days == $0.period }
    if !isSpanned || !isWhole,
      let coverage = RunScan(profile).coverage(of: profile, months)
    {
      found.append(coverage)
    }
    return found.map { LoadFinding(quality: $0, account: account, count: 1) }
  }

  private static func peak(of profile: LoadProfile) -> Power {
    let highest = profile.active.withUnsafeBufferPointer {
      LoadProfile.highest(of: $0, in: $0.indices, above: LoadProfile.missing)?.value ?? 0
    }
    return Energy(millijoules: Int128(highest)).meanPower(overSeconds: profile.intervalSeconds)
  }
}
