import Quantities
import Tariffs
import Use

extension MonthBilling {
  /// Says where intervals were cut without knowing whether a day was hot; registers know by
  /// themselves.
  func noteWeather() {
    guard determinants.coverage != .register else { return }
    for segment in segments where segment.rules.hasHotDays {
      let calendar = segment.rules.version.timeOfUse
      let days = calendar.daysOfUnknownWeather(in: segment.span)
      guard let first = days.first, let hot = calendar.hotDays[first.month.number] else { continue }
      notes.append(
        .weatherUnknown(
          days: days.count, from: first, celsius: hot.celsius, daysRunning: hot.daysRunning))
    }
  }
}
