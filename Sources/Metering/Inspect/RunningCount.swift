import Quantities
import Use

/// Counts readings by day and month as they come, in order of time.
struct RunningCount {
  private(set) var months: [ChannelSummary.MonthSummary] = []
  private(set) var days: [ChannelSummary.DaySummary] = []
  private(set) var maximum: Power?
  /// The instant or position of the reading that set the maximum.
  private(set) var maximumAt: Int64?
  /// The reading with the highest mean power so far, as energy and length.
  private var highest: (energy: Int64, seconds: Int) = (0, 1)
  private var monthHighest: (energy: Int64, seconds: Int)?

  /// Opens a day, and those before it that nothing was read of.
  mutating func begin(_ date: CalendarDate) {
    if let last = days.last {
      guard date > last.date else { return }
      var next = last.date.adding(days: 1)
      while next < date {
        open(next)
        next = next.adding(days: 1)
      }
    }
    open(date)
  }

  private mutating func open(_ date: CalendarDate) {
    days.append(ChannelSummary.DaySummary(date: date))
    let month = date.month
    guard months.last?.month != month else { return }
    months.append(ChannelSummary.MonthSummary(month: month))
    monthHighest = nil
  }

  /// Counts a reading of the day opened last.
  mutating func add(_ energy: Int64, seconds: Int, instant: Int64) {
    guard let day = days.indices.last, let month = months.indices.last else { return }
    guard !SlotValue.isMissing(energy) else {
      days[day].missing += 1
      months[month].missing += 1
      return
    }
    days[day].present += 1
    months[month].intervals += 1
    months[month].total += Energy(millijoules: Int128(energy))
    if monthHighest.map({ Self.isHigher(energy, seconds, $0) }) ?? true {
      monthHighest = (energy, seconds)
      months[month].maximum = Self.power(energy, seconds)
    }
    if maximumAt == nil || Self.isHigher(energy, seconds, highest) {
      highest = (energy, seconds)
      maximum = Self.power(energy, seconds)
      maximumAt = instant
    }
  }

  /// Counts intervals that nothing was read of.
  mutating func skip(_ count: Int, from start: LocalTime, step: Int) {
    for index in 0..<count {
      let moment = LocalTime(date: start.date, second: start.second + index * step)
      begin(moment.date)
      days[days.count - 1].missing += 1
      months[months.count - 1].missing += 1
      // Years without a reading are one gap to a reader, not a million.
      guard index < 1_000_000 else { return }
    }
  }

  private static func isHigher(
    _ energy: Int64, _ seconds: Int, _ other: (energy: Int64, seconds: Int)
  ) -> Bool {
    seconds == other.seconds
      ? energy > other.energy
      : Int128(energy) * Int128(other.seconds) > Int128(other.energy) * Int128(seconds)
  }

  private static func power(_ energy: Int64, _ seconds: Int) -> Power {
    Energy(millijoules: Int128(energy)).meanPower(overSeconds: seconds)
  }
}
