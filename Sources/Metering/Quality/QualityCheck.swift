import Quantities
import Use

/// Looks through one account's intervals for values that may not be what its meter counted; alters
/// none.
package enum QualityCheck {
  /// What a person should look at.
  ///
  /// At most one finding of each kind, except spikes, of which there is one a month, since each may
  /// set a month's demand charge.
  ///
  /// - Parameters:
  ///   - profile: The intervals.
  ///   - account: Its name in findings.
  ///   - capacity: What its transformers can carry, where known. [kVA]
  ///   - multiplier: The multiplier of its meter, which may have been left out or applied twice.
  ///   - readingDay: The day meters are read; nothing for calendar months.
  /// - Returns: Findings in a fixed order, whatever their number; none for a profile without values.
  package static func findings(
    _ profile: LoadProfile, account: String, capacity: Power? = nil, multiplier: Rate = .one,
    readingDay: Int? = nil
  ) -> [LoadFinding] {
    let scan = RunScan(profile)
    guard scan.present > 0 else { return [] }
    let months = ProfileMonth.all(of: profile, readingDay: readingDay)
    let spikes = SpikeScan(profile, months)
    var found: [(evidence: QualityEvidence, count: Int)] = []
    found += scan.zeroRuns(of: profile)
    found += scan.stuckRuns(of: profile)
    let capacity = capacity.flatMap { $0 > .zero ? $0 : nil }
    let limits = capacity.flatMap { CapacityCheck(profile, spikes, $0) }
    if let implausible = limits?.implausible(multiplier) { found.append((implausible, 1)) }
    if capacity == nil, let peak = CapacityCheck.unusualPeak(of: profile, spikes) {
      found.append((peak, 1))
    }
    found += spikes.spikes(of: profile, capacity: capacity)
    if let above = limits?.above() { found.append(above) }
    found += scan.zeroRows(of: profile)
    if let coverage = scan.coverage(of: profile, months) { found.append((coverage, 1)) }
    return found.map { LoadFinding(quality: $0.evidence, account: account, count: $0.count) }
  }
}
