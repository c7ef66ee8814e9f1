/// How a figure that falls between two printable ones is rounded.
public enum RoundingMode: String, Sendable, Hashable, CaseIterable {
  /// To the nearest, a half away from zero: the rule on Chinese bills (四舍五入).
  case halfAwayFromZero = "half-away-from-zero"
  /// To the nearest, a half to the even neighbour.
  case halfEven = "half-even"
  /// Toward zero: further digits are dropped.
  case towardZero = "toward-zero"
  /// Away from zero, however little is left over.
  case awayFromZero = "away-from-zero"

  /// Divides exactly and rounds once; the divisor is above zero.
  package func divide(_ dividend: Int128, by divisor: Int128) -> Int128 {
    precondition(divisor > 0, "rounding needs a positive divisor")
    let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
    guard remainder != 0 else { return quotient }
    let away = quotient + (dividend < 0 ? -1 : 1)
    // Twice the remainder is compared as remainder against what is missing to the divisor, so that
    // nothing can overflow.
    let missing = divisor.magnitude - remainder.magnitude
    switch self {
    case .halfAwayFromZero:
      return remainder.magnitude >= missing ? away : quotient
    case .halfEven:
      if remainder.magnitude == missing { return quotient % 2 == 0 ? quotient : away }
      return remainder.magnitude > missing ? away : quotient
    case .towardZero:
      return quotient
    case .awayFromZero:
      return away
    }
  }

  /// The nearest multiple of `step`.
  package func round(_ value: Int128, toMultipleOf step: Int128) -> Int128 {
    divide(value, by: step) * step
  }
}
