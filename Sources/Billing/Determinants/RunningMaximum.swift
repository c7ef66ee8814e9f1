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
    let part = UnsafeBufferPointer(rebasing: values[range])
    var best = highest
    for value in part { best = max(best, value) }
    guard best > highest, let place = part.firstIndex(of: best) else { return }
    highest = best
    start = day.start(of: (range.lowerBound + place) * step)
  }

  /// The maximum as a mean power.
  func demand(overSeconds seconds: Int) -> MaximumDemand? {
    guard highest > Int64.min else { return nil }
    return MaximumDemand(
      power: Energy(millijoules: Int128(highest)).meanPower(overSeconds: seconds),
      start: start)
  }
}
