import Quantities
import Use

/// The intervals of a period that may be the highest once all are scaled to another sum, as
/// ``ScaledSum`` scales them: each comes to the difference of two running totals, which is its part
/// cut to a whole number, or one more.
struct ScaledPeak {
  /// What the intervals come to. [mJ]
  let sum: Int128
  /// What they shall come to. [mJ]
  let target: Int128
  private var highest: Int64 = -1
  /// What an interval must have had to be looked at; nothing where none can be the highest.
  private var threshold: Int64?
  private var running: Int128 = 0

  init(sum: Int128, target: Int128) {
    self.sum = sum
    self.target = target
  }

  /// Looks for the highest interval as it was metered.
  mutating func look(at values: UnsafeBufferPointer<Int64>, _ range: Range<Int>) {
    if let found = LoadProfile.highest(of: values, in: range, above: highest) {
      highest = found.value
    }
  }

  /// What the highest comes to at the least. [mJ]
  var least: Int128 { sum > 0 && highest >= 0 ? scaled(Int128(highest)) : 0 }

  /// Sets what an interval must have had to come to some energy, its part cut or one more.
  mutating func reach(for energy: Int128) {
    guard target > 0 else { return }
    // The least value of which the part, cut, is one less.
    let least = WideProduct(energy - 1, sum).divided(by: target, mode: .awayFromZero)
    threshold = least <= Int128(highest) ? Int64(least) : nil
  }

  /// Passes intervals in their order and hands over those that may be the highest, with what they
  /// come to.
  mutating func pass(
    _ values: UnsafeBufferPointer<Int64>, _ range: Range<Int>, _ take: (Int128, Int) -> Void
  ) {
    guard let threshold else { return }
    guard LoadProfile.highest(of: values, in: range, above: threshold - 1) != nil else {
      running += LoadProfile.sum(values[range])
      return
    }
    for index in range {
      let after = running + Int128(values[index])
      if values[index] >= threshold { take(scaled(after) - scaled(running), index) }
      running = after
    }
  }

  private func scaled(_ total: Int128) -> Int128 {
    WideProduct(total, target).divided(by: sum, mode: .towardZero)
  }
}
