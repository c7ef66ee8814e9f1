import Quantities

/// A cell to be written.
///
/// Numbers are exact decimal text, `-1234.50`. A cell of a workbook holds a binary number, so the
/// text becomes one when it is written, and at no point before; of more than 15 digits a spreadsheet
/// shows the first 15.
package enum WorkbookCell: Sendable, Hashable {

  /// Nothing.
  case empty

  /// A text; it stays one even where it looks like a number or, with `=`, like a formula.
  case text(String)

  /// A number, shown with so many digits behind the point.
  case number(String, digits: Int)

  /// An amount [currency], shown with so many digits behind the point.
  case money(String, digits: Int)

  /// A fraction, `0.155`, shown as 15.5 %.
  case percent(String, digits: Int = 1)

  /// A month, as the date of its first day.
  case month(Month)

  /// A day.
  case date(CalendarDate)

  /// A formula such as `=B2*C2`, and the value it has, for programs that do not calculate.
  case formula(String, value: String, format: WorkbookFormat)

  /// How it is shown.
  var format: WorkbookFormat {
    switch self {
    case .empty, .text: .general
    case .number(_, let digits): .number(digits: digits)
    case .money(_, let digits): .money(digits: digits)
    case .percent(_, let digits): .percent(digits: digits)
    case .month: .month
    case .date: .date
    case .formula(_, _, let format): format
    }
  }
}
