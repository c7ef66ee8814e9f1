import Quantities
import Use

/// The highest apparent power √(P² + Q²) of any demand interval seen so far.
struct RunningApparent {
  private var highest: Int128 = -1
  private var date = CalendarDate(dayNumber: 0)
  private var index = 0

  mutating func take(
    _ active: UnsafeBufferPointer<Int64>, _ forward: UnsafeBufferPointer<Int64>,
    _ reverse: UnsafeBufferPointer<Int64>?, _ range: Range<Int>, block: Int,
    on date: CalendarDate
  ) {
    var start = (range.lowerBound + block - 1) / block * block
    while start + block <= range.upperBound {
      defer { start += block }
      var p: Int128 = 0
      var q: Int128 = 0
      var known = true
      for position in start..<(start + block) {
        let back = reverse.map { $0[position] } ?? 0
        guard active[position] != LoadProfile.missing, forward[position] != LoadProfile.missing,
          back != LoadProfile.missing
        else {
          known = false
          break
        }
        p += Int128(active[position])
        q += Int128(forward[position]) - Int128(back)
      }
      // 10 GW over an hour are 3.6 × 10¹⁶ mJ; the squares stay far below 2¹²⁷.
      let square = p * p + q * q
      if known && square > highest {
        highest = square
        self.date = date
        index = start
      }
    }
  }

  func demand(overSeconds seconds: Int, intervalSeconds: Int) -> MaximumDemand? {
    guard highest >= 0 else { return nil }
    let energy = Energy(millijoules: Self.nearestRoot(of: highest))
    return MaximumDemand(
      power: energy.meanPower(overSeconds: seconds),
      start: LocalTime(date: date, second: index * intervalSeconds))
  }

  /// The whole number whose square is nearest.
  static func nearestRoot(of value: Int128) -> Int128 {
    guard value > 0 else { return 0 }
    var low: Int128 = 0
    var high: Int128 = 1
    while high * high <= value { high *= 2 }
    while low + 1 < high {
      let middle = (low + high) / 2
      if middle * middle <= value { low = middle } else { high = middle }
    }
    return value - low * low > low ? low + 1 : low
  }
}
