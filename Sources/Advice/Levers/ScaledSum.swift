import Quantities
import Use

/// The intervals of a period, to be scaled so that they come to another sum, exactly: each new value
/// is the difference of two running totals.
///
/// Where nothing was used, the new energy is spread evenly.
struct ScaledSum {
  /// What the intervals come to. [mJ]
  private(set) var sum: Int128 = 0
  /// What they shall come to. [mJ]
  var target: Int128 = 0
  private var count = 0
  private var signs: Int64 = 0
  /// The intervals scaled so far, what they came to, and what they come to now.
  private var position = 0
  private var running: Int128 = 0
  private var given: Int128 = 0

  /// Takes intervals in; those without a value stay so.
  mutating func add(_ values: ArraySlice<Int64>) {
    for value in values where value != LoadProfile.missing {
      sum += Int128(value)
      count += 1
      signs |= value
    }
  }

  /// Scales intervals, in the order in which they were taken in.
  mutating func scale(_ values: UnsafeMutableBufferPointer<Int64>) {
    // A running total is at most the sum, so that one division of 128 bits by 64 is enough.
    if sum > 0, signs >= 0, let sum = UInt64(exactly: sum), let target = UInt64(exactly: target) {
      scale(values, sum, target)
      return
    }
    for index in values.indices where values[index] != LoadProfile.missing {
      position += 1
      running += Int128(values[index])
      let reached =
        sum > 0
        ? WideProduct(running, target).divided(by: sum, mode: .towardZero)
        : WideProduct(Int128(position), target).divided(by: Int128(count), mode: .towardZero)
      values[index] = Int64(reached - given)
      given = reached
    }
  }

  private mutating func scale(
    _ values: UnsafeMutableBufferPointer<Int64>, _ sum: UInt64, _ target: UInt64
  ) {
    var running = UInt64(self.running)
    var given = UInt64(self.given)
    for index in values.indices where values[index] != LoadProfile.missing {
      running &+= UInt64(bitPattern: values[index])
      let reached = sum.dividingFullWidth(running.multipliedFullWidth(by: target)).quotient
      values[index] = Int64(bitPattern: reached &- given)
      given = reached
    }
    self.running = Int128(running)
    self.given = Int128(given)
  }
}
