import Quantities
import Use

/// The highest energy over any stretch of consecutive intervals, across midnight too.
struct SlidingMaximum {
  private let length: Int
  private var tail: [Int64] = []
  private var tailEnd: CalendarDate?
  private var highest = Int64.min
  private var date = CalendarDate(dayNumber: 0)
  private var index = 0

  init(length: Int) { self.length = length }

  mutating func take(_ values: UnsafeBufferPointer<Int64>, on date: CalendarDate) {
    let carried = tailEnd == date ? tail : []
    let all = carried + values
    var sum: Int64 = 0
    var known = 0
    for (position, value) in all.enumerated() {
      if value == LoadProfile.missing {
        sum = 0
        known = 0
        continue
      }
      sum &+= value
      known += 1
      if known > length {
        sum &-= all[position - length]
        known = length
      }
      if known == length && sum > highest {
        highest = sum
        self.date = date
        index = position - length + 1 - carried.count
      }
    }
    tail = Array(all.suffix(length - 1))
    tailEnd = date.adding(days: 1)
  }

  func demand(overSeconds seconds: Int, intervalSeconds: Int) -> MaximumDemand? {
    guard highest > Int64.min else { return nil }
    return MaximumDemand(
      power: Energy(millijoules: Int128(highest)).meanPower(overSeconds: seconds),
      start: LocalTime(date: date, second: index * intervalSeconds))
  }
}
