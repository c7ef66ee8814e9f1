import Quantities
import Use

extension ChannelSummary {
  /// Sums a settled channel up.
  init(_ channel: SettledChannel, zone: CivilZone, _ isZoneKnown: Bool) {
    self.init(
      meter: channel.meter, register: channel.register, measure: channel.measure,
      unit: channel.unit, direction: channel.direction,
      intervalSeconds: channel.intervalSeconds, zone: isZoneKnown ? zone.name : nil)
    var count = RunningCount()
    var lastEnd: Int64?
    // Readings come in order, so a day's name is looked up once.
    var day = (start: Int64.max, end: Int64.min)
    for reading in channel.readings {
      if let lastEnd, reading.start > lastEnd, intervalSeconds > 0 {
        let gap = Int(reading.start - lastEnd)
        let missing = (gap + intervalSeconds / 2) / intervalSeconds
        count.skip(missing, from: LocalTime(instant: lastEnd, in: zone), step: intervalSeconds)
      }
      if reading.start < day.start || reading.start >= day.end {
        let date = LocalTime(instant: reading.start, in: zone).date
        day.start = zone.start(of: date)
        day.end = zone.start(of: date.adding(days: 1))
        count.begin(date)
      }
      count.add(reading.energy, seconds: reading.seconds, instant: reading.start)
      lastEnd = reading.end
    }
    start = channel.readings.first.map { LocalTime(instant: $0.start, in: zone) }
    end = lastEnd.map { LocalTime(instant: $0, in: zone) }
    take(count) { LocalTime(instant: $0, in: zone) }
  }

  /// Sums a channel of a profile up, from its first value to its last.
  init?(
    of profile: LoadProfile, values: [Int64], meter: String, measure: SeriesMeasure, unit: String,
    direction: FlowDirection, zone: String?
  ) {
    guard let first = values.firstIndex(where: { $0 != LoadProfile.missing }),
      let last = values.lastIndex(where: { $0 != LoadProfile.missing })
    else { return nil }
    self.init(
      meter: meter, register: "", measure: measure, unit: unit, direction: direction,
      intervalSeconds: profile.intervalSeconds, zone: zone)
    var count = RunningCount()
    for offset in 0..<profile.dayCount {
      let date = profile.firstDay.adding(days: offset)
      guard let range = profile.range(of: date) else { continue }
      let inside = range.clamped(to: first..<(last + 1))
      guard !inside.isEmpty else { continue }
      count.begin(date)
      for index in inside {
        count.add(values[index], seconds: intervalSeconds, instant: Int64(index))
      }
    }
    start = profile.start(of: first)
    end = LocalTime(
      date: profile.start(of: last).date,
      second: profile.start(of: last).second + intervalSeconds)
    take(count) { profile.start(of: Int($0)) }
  }

  private mutating func take(_ count: RunningCount, _ moment: (Int64) -> LocalTime) {
    months = count.months
    days = count.days
    total = months.reduce(.zero) { $0 + $1.total }
    intervals = months.reduce(0) { $0 + $1.intervals }
    missing = months.reduce(0) { $0 + $1.missing }
    maximum = count.maximum
    maximumStart = count.maximumAt.map(moment)
  }
}
