import Quantities
import Use

/// The highest energy of any interval seen so far; of equals, the first.
struct RunningMaximum {
  private var highest = Int64.min
  private var start = LocalTime(date: CalendarDate(dayNumber: 0), second: 0)

  /// Looks at some values of a day, each of `step` intervals.
  ///
  /// A missing value is the least Int64 and so never the maximum.
  mutating func take(
    _ values: UnsafeBufferPointer<Int64>, _ range: Range<Int>, of day: IntervalDay, step: Int = 1
  ) {
    guard let found = LoadProfile.highest(of: values, in: range, above: highest) else { return }
    highest = found.value
    start = day.start(of: found.index * step)
  }

  /// The maximum as a mean power.
  func demand(overSeconds seconds: Int) -> MaximumDemand? {
    guard highest > Int64.min else { return nil }
    return MaximumDemand(
      power: Energy(millijoules: Int128(highest)).meanPower(overSeconds: seconds),
      start: start)
  }
}
