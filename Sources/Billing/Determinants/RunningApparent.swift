import Quantities
import Use

/// The highest apparent power √(P² + Q²) of any demand interval seen so far.
struct RunningApparent {
  private var highest: Int128 = -1
  private var start = LocalTime(date: CalendarDate(dayNumber: 0), second: 0)

  mutating func take(
    _ active: UnsafeBufferPointer<Int64>, _ forward: UnsafeBufferPointer<Int64>,
    _ reverse: UnsafeBufferPointer<Int64>?, _ range: Range<Int>, block: Int,
    of day: IntervalDay
  ) {
    var position = (range.lowerBound + block - 1) / block * block
    while position + block <= range.upperBound {
      defer { position += block }
      var p: Int128 = 0
      var q: Int128 = 0
      var known = true
      for index in position..<(position + block) {
        let back = reverse.map { $0[index] } ?? 0
        guard active[index] != LoadProfile.missing, forward[index] != LoadProfile.missing,
          back != LoadProfile.missing
        else {
          known = false
          break
        }
        p += Int128(active[index])
        q += Int128(forward[index]) - Int128(back)
      }
      // 10 GW over an hour are 3.6 × 10¹⁶ mJ; the squares stay far below 2¹²⁷.
      let square = p * p + q * q
      if known && square > highest {
        highest = square
        start = day.start(of: position)
      }
    }
  }

  func demand(overSeconds seconds: Int) -> MaximumDemand? {
    guard highest >= 0 else { return nil }
    let energy = Energy(millijoules: highest.roundedSquareRoot)
    return MaximumDemand(
      power: energy.meanPower(overSeconds: seconds),
      start: start)
  }
}
