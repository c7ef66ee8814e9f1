import Quantities
import Use

/// The intervals of some days in a zone, in order of time.
struct DayGrid {
  let zone: CivilZone
  let firstDay: CalendarDate
  let intervalSeconds: Int
  /// The instant at which each day begins, and that at which the last one ends.
  private let starts: [Int64]
  /// The position of each day's first interval, and the count of all.
  private let positions: [Int]

  /// The grid over the days from one instant to another.
  init(from start: Int64, to end: Int64, intervalSeconds: Int, zone: CivilZone) {
    self.zone = zone
    self.intervalSeconds = intervalSeconds
    let first = LocalTime(instant: start, in: zone).date
    let last = LocalTime(instant: end - 1, in: zone).date
    firstDay = first
    let days = last.dayNumber - first.dayNumber + 2
    let starts = (0..<days).map { zone.start(of: first.adding(days: $0)) }
    var positions = [0]
    for day in 1..<days {
      positions.append(positions[day - 1] + Int(starts[day] - starts[day - 1]) / intervalSeconds)
    }
    self.starts = starts
    self.positions = positions
  }

  var dayCount: Int { starts.count - 1 }
  var count: Int { positions[dayCount] }
  var endDay: CalendarDate { firstDay.adding(days: dayCount) }
  private var intervalsPerDay: Int { 86_400 / intervalSeconds }

  /// The interval in which an instant lies, and how far behind the interval's start it is. [s]
  func place(of instant: Int64, from hint: inout Int) -> (position: Int, behind: Int) {
    while hint + 1 < dayCount, instant >= starts[hint + 1] { hint += 1 }
    while hint > 0, instant < starts[hint] { hint -= 1 }
    let offset = Int(instant - starts[hint])
    return (positions[hint] + offset / intervalSeconds, offset % intervalSeconds)
  }

  /// The days on which clocks are changed, within the months the grid touches.
  var clockChanges: [ClockChange] {
    let from = firstDay.month.firstDay
    let to = endDay.adding(days: -1).month.endDay
    let (start, end) = (zone.start(of: from), zone.start(of: to))
    return zone.transitions.compactMap { transition in
      guard transition.instant > start, transition.instant < end else { return nil }
      let day = LocalTime(instant: transition.instant - 1, in: zone).date
      let dayStart = zone.start(of: day)
      let length = zone.start(of: day.adding(days: 1)) - dayStart
      let extra = Int(length) / intervalSeconds - intervalsPerDay
      guard extra != 0 else { return nil }
      return ClockChange(
        date: day, interval: Int(transition.instant - dayStart) / intervalSeconds,
        extraIntervals: extra)
    }
  }
}
