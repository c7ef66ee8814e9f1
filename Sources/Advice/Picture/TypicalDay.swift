import Quantities
import Tariffs
import Use

/// What was drawn in each hour of the working days and of the weekends of some months that share a
/// season and the hours of the periods.
public struct TypicalDay: Sendable, Hashable {
  /// The months, in order.
  public let months: [Month]
  /// The season: 0 is December to February, 1 to 3 are those that follow.
  public let season: Int
  /// The mean power of each hour from Monday to Friday; nothing where none was metered. [kW]
  public let weekdays: [Power?]
  /// The mean power of each hour on Saturdays and Sundays; nothing where none was metered. [kW]
  public let weekends: [Power?]
  /// The periods of a working day; none where no rules are known.
  public let periods: [LoadPicture.Period]

  /// Groups months by season and timetable, and averages each.
  static func all(of profile: LoadProfile, _ calendars: [Month: DayCalendar]) -> [TypicalDay] {
    var groups: [(season: Int, periods: [LoadPicture.Period], months: [Month])] = []
    for month in profile.months {
      let season = month.number % 12 / 3
      let periods = calendars[month].map { timetable(of: month, in: $0) } ?? []
      if let index = groups.firstIndex(where: { $0.season == season && $0.periods == periods }) {
        groups[index].months.append(month)
      } else {
        groups.append((season, periods, [month]))
      }
    }
    return groups.map { group in
      let days = group.months.flatMap { DateSpan($0).days }
      return TypicalDay(
        months: group.months, season: group.season,
        weekdays: HourlyMean(profile, days.filter { !$0.weekday.isWeekend }).powers,
        weekends: HourlyMean(profile, days.filter(\.weekday.isWeekend)).powers,
        periods: group.periods)
    }
  }

  /// The periods of the month's first working day.
  private static func timetable(
    of month: Month, in calendar: DayCalendar
  ) -> [LoadPicture.Period] {
    let days = DateSpan(month).days
    let day = days.first { !$0.weekday.isWeekend } ?? month.firstDay
    return LoadPicture.periods(on: day, in: calendar)
  }
}
