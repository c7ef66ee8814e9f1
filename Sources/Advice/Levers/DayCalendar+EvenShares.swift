import Quantities
import Tariffs

extension DayCalendar {
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
