import Quantities
import Use

/// The highest energy over any stretch of consecutive intervals, across midnight too.
struct SlidingMaximum {
  private let length: Int
  private var tail: [(energy: Int64, start: LocalTime)] = []
  private var tailEnd: CalendarDate?
  private var highest = Int64.min
  private var start = LocalTime(date: CalendarDate(dayNumber: 0), second: 0)

  init(length: Int) { self.length = length }

  mutating func take(_ day: IntervalDay) {
    let carried = tailEnd == day.date ? tail : []
    func energy(_ index: Int) -> Int64 {
      index < carried.count ? carried[index].energy : day.active[index - carried.count]
    }
    func start(_ index: Int) -> LocalTime {
      index < carried.count ? carried[index].start : day.start(of: index - carried.count)
    }
    let count = carried.count + day.active.count
    var sum: Int64 = 0
    var known = 0
    for position in 0..<count {
      let value = energy(position)
      if value == LoadProfile.missing {
        sum = 0
        known = 0
        continue
      }
      sum &+= value
      known += 1
      if known > length {
        sum &-= energy(position - length)
        known = length
      }
      if known == length && sum > highest {
        highest = sum
        self.start = start(position - length + 1)
      }
    }
    tail = (max(0, count - length + 1)..<count).map { (energy($0), start($0)) }
    tailEnd = day.date.adding(days: 1)
  }

  func demand(overSeconds seconds: Int) -> MaximumDemand? {
    guard highest > Int64.min else { return nil }
    return MaximumDemand(
      power: Energy(millijoules: Int128(highest)).meanPower(overSeconds: seconds), start: start)
  }
}
