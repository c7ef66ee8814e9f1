import Quantities

/// One number of a row, exactly as written.
struct RowValue: Sendable, Equatable {
  /// A whole number of 10⁻ⁿ; nothing where there is no value.
  var mantissa: Int128?
  var fractionDigits = 0
  /// The digits printed before the point.
  var wholeDigits = 0
  /// The cell in the text.
  var range: Range<Int>

  /// Whether there is no value, or zero.
  var isNothing: Bool { (mantissa ?? 0) == 0 }

  /// The number as a count of 10⁻¹⁵.
  var units: Int128? {
    mantissa.map { $0 * PowersOfTen.power(WrittenNumber.mostFractionDigits - fractionDigits) }
  }

  /// `1234.56` of a count of 10⁻¹⁵.
  static func text(units: Int128) -> String {
    let one = PowersOfTen.power(WrittenNumber.mostFractionDigits)
    let sign = units < 0 ? "-" : ""
    let whole = units.magnitude / one.magnitude
    var fraction = String(units.magnitude % one.magnitude + one.magnitude).dropFirst()
    while fraction.last == "0" { fraction.removeLast() }
    return fraction.isEmpty ? "\(sign)\(whole)" : "\(sign)\(whole).\(fraction)"
  }
}
