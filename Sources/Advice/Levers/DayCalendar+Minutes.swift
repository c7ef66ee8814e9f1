import Quantities
import Tariffs

extension DayCalendar {
  /// How long each period lasts in a month; periods without hours in it are left out. [min]
  func minutes(in month: Month) -> [PeriodName: Int] {
    var lengths = Array(repeating: 0, count: periods.count)
    for number in month.firstDay.dayNumber..<month.endDay.dayNumber {
      for run in plan(on: CalendarDate(dayNumber: number)).runs {
        lengths[run.period] += run.to.minutes - run.from.minutes
      }
    }
    return Dictionary(
      uniqueKeysWithValues: zip(periods, lengths).filter { _, length in length > 0 })
  }

  /// The shares of the periods under a load without any ups and downs.
  static func evenShares(_ minutes: [PeriodName: Int]) -> [PeriodName: Rate] {
    let total = minutes.values.reduce(0, +)
    guard total > 0 else { return [:] }
    return minutes.mapValues {
      Rate(
        units: RoundingMode.halfAwayFromZero.divide(
          Int128($0) * Rate.unitsPerOne, by: Int128(total)))
    }
  }
}
