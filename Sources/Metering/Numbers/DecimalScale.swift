import Quantities

/// Turns written numbers of one unit into millijoules per interval, exactly.
///
/// A number with n digits after its point is a whole number of 10⁻ⁿ; each n has its own factor.
struct DecimalScale: Sendable {
  /// 10 GW: no account draws more. [kW]
  static let limitKilowatts: Int64 = 10_000_000
  static let mostFractionDigits = 15

  /// Millijoules of 10⁻ⁿ units where that is a whole number, otherwise 0.
  let factors: InlineArray<8, Int64>
  /// Whole parts from here on are checked the slow way.
  let fastLimit: UInt64
  /// The unit's millijoules as a fraction.
  private let numerator: Int128
  private let denominator: Int128
  /// The least energy that is too large. [mJ]
  private let limit: Int128

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
    var factors = InlineArray<8, Int64>(repeating: 0)
    for digits in 0..<8 {
      let parts = denominator * PowersOfTen.power(digits)
      if numerator % parts == 0, let factor = Int64(exactly: numerator / parts) {
        factors[digits] = factor
      }
    }
    self.factors = factors
    // A whole part below this leaves room for any fraction.
    fastLimit = UInt64(max(0, min(Int128(Int64.max), limit * denominator / numerator - 1)))
  }

  private static func greatestDivisor(_ left: Int128, _ right: Int128) -> Int128 {
    var (large, small) = (left, right)
    while small != 0 { (large, small) = (small, large % small) }
    return large
  }

  /// Reads a cell: a sign, digits and at most one point, or a word that stands for no value.
  func value(_ bytes: UnsafeBufferPointer<UInt8>, _ cell: RowCell) -> DecimalValue {
    var position = cell.start
    let end = cell.end
    guard position < end else { return .missing }
    let isNegative = bytes[position] == Byte.hyphen
    if isNegative || bytes[position] == Byte.plus { position += 1 }
    var mantissa: Int128 = 0
    var integerDigits = 0
    var fractionDigits = 0
    var trailingZeros = 0
    while position < end, Byte.isDigit(bytes[position]) {
      mantissa = mantissa * 10 + Int128(bytes[position] - Byte.zero)
      if mantissa > 0 { integerDigits += 1 }
      guard integerDigits <= 20 else { return restIsNumber(bytes, position, end) }
      position += 1
    }
    guard position > cell.start, Byte.isDigit(bytes[position - 1]) else {
      return MissingWord.matches(bytes[cell.start..<cell.end]) ? .missing : .unreadable
    }
    if position < end, bytes[position] == Byte.point {
      position += 1
      let first = position
      while position < end, Byte.isDigit(bytes[position]) {
        let digit = Int128(bytes[position] - Byte.zero)
        position += 1
        if digit == 0 {
          trailingZeros += 1
          continue
        }
        fractionDigits += trailingZeros + 1
        guard fractionDigits <= Self.mostFractionDigits else {
          return restIsNumber(bytes, position, end, otherwise: .tooFine)
        }
        mantissa = mantissa * PowersOfTen.power(trailingZeros + 1) + digit
        trailingZeros = 0
      }
      guard position > first else { return .unreadable }
    }
    guard position == end else { return .unreadable }
    return energy(isNegative ? -mantissa : mantissa, fractionDigits: fractionDigits)
  }

  private func restIsNumber(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int,
    otherwise value: DecimalValue = .tooLarge
  ) -> DecimalValue {
    let isNumber = bytes[start..<end].allSatisfy { Byte.isDigit($0) || $0 == Byte.point }
    return isNumber ? value : .unreadable
  }

  /// The energy of a whole number of 10⁻ⁿ units.
  func energy(_ mantissa: Int128, fractionDigits: Int) -> DecimalValue {
    let parts = denominator * PowersOfTen.power(fractionDigits)
    // Compared before multiplying: numerator and mantissa together may exceed 128 bits.
    guard mantissa.magnitude / parts.magnitude < (limit / numerator + 1).magnitude else {
      return .tooLarge
    }
    let (product, isBeyond) = mantissa.multipliedReportingOverflow(by: numerator)
    guard !isBeyond, product % parts == 0 else { return .tooFine }
    let energy = product / parts
    guard energy < limit, energy > -limit else { return .tooLarge }
    return .energy(Int64(energy))
  }
}
