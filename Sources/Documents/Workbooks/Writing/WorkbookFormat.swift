/// How a cell shows its value.
package enum WorkbookFormat: Sendable, Hashable {

  /// Text, or a number in as many digits as the program finds fit.
  case general

  /// A number with so many digits behind the point.
  case number(digits: Int)

  /// An amount with so many digits behind the point, red where it is negative.
  case money(digits: Int)

  /// A fraction shown as per cent, with so many digits behind the point.
  case percent(digits: Int)

  /// `2026-01`.
  case month

  /// `2026-01-31`.
  case date

  /// The code of the format.
  ///
  /// - Source: ECMA-376 part 1, 18.8.31.
  var code: String {
    switch self {
    case .general: "General"
    case .number(let digits): "#,##0\(Self.fraction(digits))"
    case .money(let digits):
      "#,##0\(Self.fraction(digits));[Red]-#,##0\(Self.fraction(digits))"
    case .percent(let digits): "0\(Self.fraction(digits))%"
    case .month: "yyyy-mm"
    case .date: "yyyy-mm-dd"
    }
  }

  /// Whether it begins at the left of its cell, as texts and dates do; figures end alike.
  var isLeft: Bool {
    switch self {
    case .general, .month, .date: true
    case .number, .money, .percent: false
    }
  }

  private static func fraction(_ digits: Int) -> String {
    digits > 0 ? "." + String(repeating: "0", count: min(digits, 30)) : ""
  }
}
