/// The exact 256-bit product of two whole numbers, divided and rounded once.
package struct WideProduct: Sendable {
  private let negative: Bool
  private let high: UInt128
  private let low: UInt128

  /// Multiplies without overflow.
  package init(_ left: Int128, _ right: Int128) {
    let product = left.magnitude.multipliedFullWidth(by: right.magnitude)
    high = product.high
    low = product.low
    negative = (left < 0) != (right < 0)
  }

  /// The quotient rounded to a whole number; the divisor is above zero and large enough that the
  /// quotient fits.
  package func divided(by divisor: Int128, mode: RoundingMode = .halfAwayFromZero) -> Int128 {
    let divisor = divisor.magnitude
    precondition(divisor > high, "the quotient does not fit in 128 bits")
    let (quotient, remainder) = divisor.dividingFullWidth((high, low))
    var magnitude = quotient
    if remainder != 0 {
      let missing = divisor - remainder
      let up: Bool
      switch mode {
      case .halfAwayFromZero: up = remainder >= missing
      case .halfEven: up = remainder == missing ? quotient % 2 == 1 : remainder > missing
      case .towardZero: up = false
      case .awayFromZero: up = true
      }
      if up { magnitude += 1 }
    }
    precondition(magnitude <= UInt128(Int128.max), "the quotient does not fit in 128 bits")
    return negative ? -Int128(magnitude) : Int128(magnitude)
  }

  /// Compares two products of non-negative numbers.
  package static func isLess(_ left: WideProduct, than right: WideProduct) -> Bool {
    left.high != right.high ? left.high < right.high : left.low < right.low
  }
}
