import Quantities
import Use

/// A profile held against what its account's transformers can carry.
struct CapacityCheck {
  private let profile: LoadProfile
  private let capacity: Power
  private let spikes: Set<Int>
  /// The highest mean power that is no spike, and when. [kW]
  private let peak: DemandSpike.MaximumPower

  /// Nothing where the profile has no value.
  init?(_ profile: LoadProfile, _ spikes: SpikeScan, _ capacity: Power) {
    guard let highest = spikes.highest else { return nil }
    self.profile = profile
    self.capacity = capacity
    self.spikes = Set(spikes.months.flatMap(\.spikes))
    peak = DemandSpike.MaximumPower(
      start: profile.start(of: highest),
      power: Energy(millijoules: Int128(profile.active[highest]))
        .meanPower(overSeconds: profile.intervalSeconds))
  }

  /// 100 MW: few accounts of any grid draw more, and a unit misread by a thousand is soon there.
  private static let unusual = Power(units: 100_000 * 1_000_000)

  /// A peak that is unusual for any account, where the capacity is not known.
  static func unusualPeak(of profile: LoadProfile, _ spikes: SpikeScan) -> QualityEvidence? {
    guard let check = CapacityCheck(profile, spikes, unusual), check.peak.power > unusual else {
      return nil
    }
    return .unusualPeak(peak: check.peak.power, start: check.peak.start)
  }

  /// More than 1.2 times the capacity, with the slips that would explain it; spikes are not asked.
  func implausible(_ multiplier: Rate) -> QualityEvidence? {
    guard peak.power.units * 5 > capacity.units * 6 else { return nil }
    let slips = UnitSlip.candidates(
      intervalSeconds: profile.intervalSeconds, multiplier: multiplier)
    let fits = slips.filter { slip in
      // A peak of 5 to 100 % of the capacity is one a transformer is bought for.
      let power = slip.corrected(peak.power)
      return power <= capacity && power.units * 20 >= capacity.units
    }
    return .implausible(peak: peak.power, start: peak.start, capacity: capacity, fits: fits)
  }

  /// Intervals above the capacity that are no spikes, unless the highest is so far above it that
  /// the unit is in doubt.
  func above() -> (evidence: QualityEvidence, count: Int)? {
    guard peak.power.units * 5 <= capacity.units * 6 else { return nil }
    let limit = capacity.units * Int128(profile.intervalSeconds)
    guard limit < Int128(Int64.max) else { return nil }
    let most = Int64(limit)
    var count = 0
    var first: Int?
    var highest = LoadProfile.missing
    for (index, value) in profile.active.enumerated()
    where value > most && !spikes.contains(index) {
      count += 1
      if first == nil { first = index }
      highest = max(highest, value)
    }
    guard let first else { return nil }
    let power = Energy(millijoules: Int128(highest)).meanPower(overSeconds: profile.intervalSeconds)
    return (
      .aboveCapacity(first: profile.start(of: first), highest: power, capacity: capacity), count
    )
  }
}
