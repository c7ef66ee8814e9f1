import Quantities

extension DayCalendar {
  /// How long each period lasts in a month; periods without hours in it are left out. [min]
  package func minutes(in month: Month) -> [PeriodName: Int] {
    var lengths = Array(repeating: 0, count: periods.count)
    for number in month.firstDay.dayNumber..<month.endDay.dayNumber {
      for run in plan(on: CalendarDate(dayNumber: number)).runs {
        lengths[run.period] += run.to.minutes - run.from.minutes
      }
    }
    return Dictionary(
      uniqueKeysWithValues: zip(periods, lengths).filter { _, length in length > 0 })
  }
}
