import Quantities
import Tariffs
import Use

extension LoadPicture {
  /// A day of intervals.
  public struct Day: Sendable, Hashable {
    /// The date.
    public let date: CalendarDate
    /// The mean power of each interval, in order; nothing where none was metered. [kW]
    public let powers: [Power?]
    /// How many of the values were filled in, as asked.
    public let estimated: Int
    /// How many of the values are shares of longer readings.
    public let coarse: Int
    /// The periods of the day, from midnight on; none where no rules are known.
    public let periods: [Period]

    /// How many intervals have no value.
    public var missing: Int { powers.count { $0 == nil } }

    /// How the day's data are.
    public var state: State {
      if missing == powers.count { return .missing }
      if missing > 0 { return .partial }
      if estimated > 0 { return .estimated }
      return coarse > 0 ? .coarse : .whole
    }
  }

  /// How the data of a day are; what matters more stands first.
  public enum State: String, Sendable, Hashable, CaseIterable {
    /// Nothing was metered.
    case missing
    /// Some intervals have no value.
    case partial
    /// Some values were filled in, as asked.
    case estimated
    /// Some values are shares of longer readings.
    case coarse
    /// Every interval was metered.
    case whole
  }

  /// A stretch of a day in one period.
  public struct Period: Sendable, Hashable {
    /// Where it begins, from midnight. [min]
    public let from: Int
    /// Where it ends. [min]
    public let to: Int
    /// The period.
    public let name: PeriodName
  }

  static func days(of profile: LoadProfile, _ calendars: [Month: DayCalendar]) -> [Day] {
    (0..<profile.dayCount).compactMap { number in
      let date = profile.firstDay.adding(days: number)
      guard let range = profile.range(of: date) else { return nil }
      return Day(
        date: date,
        powers: profile.active[range].map { value in
          value == LoadProfile.missing
            ? nil
            : Energy(millijoules: Int128(value)).meanPower(overSeconds: profile.intervalSeconds)
        },
        estimated: count(of: profile.estimated, in: range),
        coarse: count(of: profile.coarse, in: range),
        periods: calendars[date.month].map { periods(on: date, in: $0) } ?? [])
    }
  }

  /// The periods of a day; runs of one period on end are one.
  static func periods(on date: CalendarDate, in calendar: DayCalendar) -> [Period] {
    calendar.plan(on: date).runs.reduce(into: []) { periods, run in
      let name = calendar.periods[run.period]
      if let last = periods.last, last.name == name {
        periods[periods.count - 1] = Period(from: last.from, to: run.to.minutes, name: name)
      } else {
        periods.append(Period(from: run.from.minutes, to: run.to.minutes, name: name))
      }
    }
  }

  private static func count(of stretches: [Range<Int>], in day: Range<Int>) -> Int {
    stretches.reduce(0) { $0 + $1.clamped(to: day).count }
  }
}
