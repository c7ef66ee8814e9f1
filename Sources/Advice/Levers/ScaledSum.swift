import Quantities
import Use

/// The intervals of a period, to be scaled so that they come to another sum, exactly: each new value
/// is the difference of two running totals.
///
/// Where nothing was used, the new energy is spread evenly.
struct ScaledSum {
  /// What the intervals come to. [mJ]
  private(set) var sum: Int128 = 0
  /// What they shall come to; set once all are taken in. [mJ]
  var target: Int128 = 0 { didSet { ratio = Ratio(sum: sum, target: target) } }
  private var ratio: Ratio?
  private var count = 0
  private var signs: Int64 = 0
  /// The intervals scaled so far, what they came to, and what they come to now.
  private var position = 0
  private var running: Int128 = 0
  private var given: Int128 = 0
  /// What remained of the last interval scaled by a ratio.
  private var rest: UInt64 = 0

  /// Takes intervals in; those without a value stay so.
  mutating func add(_ values: UnsafeBufferPointer<Int64>) {
    guard LoadProfile.missingCount(values) > 0 else { return addAll(values) }
    for value in values where value != LoadProfile.missing {
      sum += Int128(value)
      count += 1
      signs |= value
    }
  }

  /// Takes intervals in, none of which is missing: in halves, of which many fit 64 bits.
  private mutating func addAll(_ values: UnsafeBufferPointer<Int64>) {
    var (high, low, signs) = (0 as Int64, 0 as Int64, 0 as Int64)
    for value in values {
      high &+= value >> 32
      low &+= value & 0xFFFF_FFFF
      signs |= value
    }
    sum += Int128(high) << 32 + Int128(low)
    count += values.count
    self.signs |= signs
  }

  /// Scales intervals, in the order in which they were taken in.
  mutating func scale(_ values: UnsafeMutableBufferPointer<Int64>) {
    if signs >= 0, let ratio { return scale(values, by: ratio) }
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

  private mutating func scale(_ values: UnsafeMutableBufferPointer<Int64>, by ratio: Ratio) {
    var rest = self.rest
    for index in values.indices where values[index] != LoadProfile.missing {
      let value = UInt64(bitPattern: values[index])
      values[index] = Int64(bitPattern: ratio.part(of: value, &rest))
    }
    self.rest = rest
  }
}

extension ScaledSum {
  /// What a sum is scaled by, as it is multiplied with: a division of 128 bits for each interval
  /// would take most of the time.
  private struct Ratio {
    let sum: UInt64
    let target: UInt64
    /// The quotient, and its fraction in 2⁻⁶⁴.
    let whole: UInt64
    let fraction: UInt64

    /// Nothing for sums so large that three of them exceed 64 bits.
    init?(sum: Int128, target: Int128) {
      guard sum > 0, sum < 1 << 62, let target = UInt64(exactly: target) else { return nil }
      self.sum = UInt64(sum)
      self.target = target
      let (whole, rest) = target.quotientAndRemainder(dividingBy: self.sum)
      self.whole = whole
      fraction = self.sum.dividingFullWidth((rest, 0)).quotient
    }

    /// What (value × target + rest) ÷ sum comes to; `rest` is what remains of it.
    @inline(__always)
    func part(of value: UInt64, _ rest: inout UInt64) -> UInt64 {
      // The fraction is cut and the rest left out: each makes the estimate one too small at most.
      var part = value &* whole &+ value.multipliedFullWidth(by: fraction).high
      var left = value &* target &+ rest &- part &* sum
      // Which it is cannot be foreseen, so there is no branch.
      for _ in 0..<2 {
        let isShort = left >= sum
        left &-= isShort ? sum : 0
        part &+= isShort ? 1 : 0
      }
      rest = left
      return part
    }
  }
}
