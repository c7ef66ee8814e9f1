import Quantities

/// The division behind a month's power factor, for display: the rounding itself is decided in
/// whole numbers by ``PowerFactor``.
enum PowerFactorArithmetic {
  /// `2480000 ÷ √(2480000² + 1040000²) = 0.922194 → 0.92`.
  static func text(active: Energy, reactive: Energy, value: PowerFactor) -> String {
    let p = NumberStyle.plain.number(active.quantity)
    let q = NumberStyle.plain.number(reactive.quantity)
    return "\(p) ÷ √(\(p)² + \(q)²) = \(sixDigits(active, reactive)) → \(value)"
  }

  /// Six digits of the quotient.
  ///
  /// Further ones are dropped, so that 0.9449999 does not read as 0.945000 beside a rounded 0.94.
  private static func sixDigits(_ active: Energy, _ reactive: Energy) -> String {
    let p = Double(active.millijoules)
    let q = Double(reactive.millijoules)
    let quotient = p / (p * p + q * q).squareRoot()
    // A few units in the last place of a Double are added, lest 3-4-5 reads 0.799999.
    let millionths = Int128((quotient * 1_000_000 + 1e-9).rounded(.down))
    return Rate(units: millionths * PowersOfTen.power(Rate.fractionDigits - 6)).text(digits: 6)
  }
}
