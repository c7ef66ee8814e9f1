/// The month's average power factor P ÷ √(P² + Q²), in whole hundredths.
///
/// The average is rounded half up to two decimals and looked up in the table of the 1983 rule
/// (水电财字〔83〕215号); the rounding is decided in integers, so 0.945 is 0.95 on every machine.
public struct PowerFactor: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Hundredths, 0 to 100.
  public let hundredths: Int

  /// Makes a power factor from hundredths between 0 and 100.
  public init?(hundredths: Int) {
    guard (0...100).contains(hundredths) else { return nil }
    self.hundredths = hundredths
  }

  /// The average of a month.
  ///
  /// - Parameters:
  ///   - active: Active energy, not negative. [kWh]
  ///   - reactive: Reactive energy counted against the account, not negative. [kvarh]
  ///
  /// Nothing when both are zero: a month without energy has no power factor.
  public init?(active: Energy, reactive: Energy) {
    let p = active.millijoules
    let q = reactive.millijoules
    guard p >= 0, q >= 0, p > 0 || q > 0 else { return nil }
    // c hundredths hold when P ÷ √(P²+Q²) ≥ (2c−1) ÷ 200, that is
    // P² × (200² − (2c−1)²) ≥ Q² × (2c−1)²; the largest such c is the rounded value.
    var lowest = 0
    var highest = 100
    while lowest < highest {
      let middle = (lowest + highest + 1) / 2
      let k = Int128(2 * middle - 1)
      if Self.squareTimes(q, k * k, isAtMost: p, 40_000 - k * k) {
        lowest = middle
      } else {
        highest = middle - 1
      }
    }
    hundredths = lowest
  }

  /// Whether left² × a ≤ right² × b, exactly.
  private static func squareTimes(
    _ left: Int128, _ a: Int128, isAtMost right: Int128, _ b: Int128
  ) -> Bool {
    let first = ThreeWords(square: left.magnitude, times: UInt64(a))
    let second = ThreeWords(square: right.magnitude, times: UInt64(b))
    return !(second < first)
  }

  /// Two decimals, as printed on the bill: `"0.92"`.
  public var description: String {
    DecimalFigure(units: Int128(hundredths), fractionDigits: 2, keepsZeros: true).description
  }

  /// Compares by value.
  public static func < (left: PowerFactor, right: PowerFactor) -> Bool {
    left.hundredths < right.hundredths
  }

  /// A 384-bit number: the square of a 128-bit number times a small factor.
  private struct ThreeWords: Comparable {
    let top: UInt128
    let middle: UInt128
    let bottom: UInt128

    init(square value: UInt128, times factor: UInt64) {
      let square = value.multipliedFullWidth(by: value)
      let lower = UInt128(square.low).multipliedFullWidth(by: UInt128(factor))
      let upper = square.high.multipliedFullWidth(by: UInt128(factor))
      let (sum, carried) = UInt128(upper.low).addingReportingOverflow(lower.high)
      top = upper.high + (carried ? 1 : 0)
      middle = sum
      bottom = UInt128(lower.low)
    }

    static func < (left: ThreeWords, right: ThreeWords) -> Bool {
      if left.top != right.top { return left.top < right.top }
      if left.middle != right.middle { return left.middle < right.middle }
      return left.bottom < right.bottom
    }
  }
}
