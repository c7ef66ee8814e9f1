import Quantities

/// Turns written numbers of one unit into millijoules per interval, exactly.
///
/// A number with n digits after its point is a whole number of 10⁻ⁿ; each n has its own factor.
struct DecimalScale: Sendable {
  /// 10 GW: no account draws more. [kW]
  static let limitKilowatts: Int64 = 10_000_000

  /// Millijoules of 10⁻ⁿ units where that is a whole number, otherwise 0.
  private let factors: DecimalFactors
  /// Whole parts from here on are checked the slow way.
  private let wholeLimit: UInt64
  /// The unit's millijoules as a fraction.
  private let numerator: Int128
  private let denominator: Int128
  /// The least energy that is too large. [mJ]
  private let limit: Int128

  /// The scale as inner loops read it; good while the scale is there.
  ///
  /// The factors are only pointed to: a row must not count references.
  struct Fast {
    /// Millijoules of 10⁻ⁿ units, 0 where that is no whole number.
    let factors: UnsafePointer<UInt64>
    /// Whole parts from here on are checked the slow way.
    let wholeLimit: UInt64
    /// The least energy that is too large. [mJ]
    let limit: UInt64
  }

  var fast: Fast {
    Fast(factors: factors.values, wholeLimit: wholeLimit, limit: UInt64(limit))
  }

  /// A scale for one unit.
  ///
  /// - Parameters:
  ///   - unit: What the numbers count.
  ///   - intervalSeconds: The length of an interval. [s]
  ///   - multiplier: The factor to the primary side, above zero.
  init(unit: LoadUnit, intervalSeconds: Int, multiplier: Rate = .one) {
    let whole = unit.millijoules(intervalSeconds: intervalSeconds) * multiplier.units
    let divisor = Self.greatestDivisor(whole, Rate.unitsPerOne)
    numerator = whole / divisor
    denominator = Rate.unitsPerOne / divisor
    limit = Int128(Self.limitKilowatts) * 1_000_000 * Int128(intervalSeconds)
    var factors = [UInt64](repeating: 0, count: 8)
    for digits in 0..<8 {
      let parts = denominator * PowersOfTen.power(digits)
      if numerator % parts == 0, let factor = Int64(exactly: numerator / parts), factor >= 0 {
        factors[digits] = UInt64(factor)
      }
    }
    self.factors = DecimalFactors(factors)
    // A whole part below this leaves room for any fraction.
    wholeLimit = UInt64(max(0, min(Int128(Int64.max), limit * denominator / numerator - 1)))
  }

  private static func greatestDivisor(_ left: Int128, _ right: Int128) -> Int128 {
    var (large, small) = (left, right)
    while small != 0 { (large, small) = (small, large % small) }
    return large
  }

  /// Reads a cell: a sign, digits and at most one point, or a word that stands for no value.
  func value(
    _ bytes: UnsafeBufferPointer<UInt8>, _ cell: RowCell, allowsBarePoint: Bool = false
  ) -> DecimalValue {
    switch WrittenNumber(
      bytes, from: cell.start, to: cell.end, allowsBarePoint: allowsBarePoint)
    {
    case .number(let mantissa, let fractionDigits):
      return energy(mantissa, fractionDigits: fractionDigits)
    case .missing: return .missing
    case .tooFine: return .tooFine
    case .tooLarge: return .tooLarge
    case .unreadable: return .unreadable
    }
  }

  /// The energy of a whole number of 10⁻ⁿ units; what is finer than a millijoule is rounded half
  /// away from zero.
  func energy(_ mantissa: Int128, fractionDigits: Int) -> DecimalValue {
    let parts = denominator * PowersOfTen.power(fractionDigits)
    // Compared before multiplying: numerator and mantissa together may exceed 128 bits.
    guard mantissa.magnitude / parts.magnitude < (limit / numerator + 1).magnitude else {
      return .tooLarge
    }
    let (product, isBeyond) = mantissa.multipliedReportingOverflow(by: numerator)
    guard !isBeyond else { return .tooFine }
    let (whole, rest) = product.quotientAndRemainder(dividingBy: parts)
    guard whole < limit, whole > -limit else { return .tooLarge }
    guard rest != 0 else { return .energy(Int64(whole)) }
    let isHalf = 2 * rest.magnitude >= parts.magnitude
    return .rounded(Int64(whole) + (isHalf ? (rest < 0 ? -1 : 1) : 0))
  }
}
