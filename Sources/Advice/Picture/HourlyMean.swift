import Quantities
import Use

/// What was drawn on average in each hour of the clock on some days.
struct HourlyMean {
  /// The mean power of each of the 24 hours; nothing where none was metered. [kW]
  let powers: [Power?]

  /// Adds up the intervals that were metered.
  init(_ profile: LoadProfile, _ days: [CalendarDate]) {
    powers = (0..<24).map { hour in
      var energy: Int128 = 0
      var count = 0
      for day in days {
        let clock = (hour * 60)..<(hour * 60 + 60)
        for range in profile.positions(ofMinutes: clock, on: day) ?? [] {
          for value in profile.active[range] where value != LoadProfile.missing {
            energy += Int128(value)
            count += 1
          }
        }
      }
      guard count > 0 else { return nil }
      return Energy(millijoules: energy).meanPower(overSeconds: count * profile.intervalSeconds)
    }
  }
}
