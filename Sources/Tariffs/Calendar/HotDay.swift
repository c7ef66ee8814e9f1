import Quantities

/// When a day of some month counts as hot, and what its hours then are.
public struct HotDay: Sendable, Hashable {
  /// The temperature that is reached. [°C]
  public let celsius: Quantity
  /// How many days running, the day itself the last of them.
  public let daysRunning: Int
  /// The position of its plan in the calendar.
  public let plan: Int

  /// Makes a rule.
  public init(celsius: Quantity, daysRunning: Int, plan: Int) {
    self.celsius = celsius
    self.daysRunning = daysRunning
    self.plan = plan
  }

  /// Whether a day is hot.
  ///
  /// - Returns: Nothing where a temperature it hangs on is not known.
  func holds(on date: CalendarDate, in weather: Weather) -> Bool? {
    var isKnown = true
    for back in 0..<daysRunning {
      guard let highest = weather.highest[date.adding(days: -back)] else {
        isKnown = false
        continue
      }
      if highest < celsius { return false }
    }
    return isKnown ? true : nil
  }
}
