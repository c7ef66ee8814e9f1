import Quantities

extension WorkbookCell {

  /// The day 1970-01-01 in days from 1900, and the first day behind the leap day that never was.
  private static let unixDay = 25_569
  private static let firstDay = 61
  private static let lastDay = 2_958_465

  /// The number that is stored, as exact text; nothing for other cells and for days that workbooks
  /// do not have.
  var number: String? {
    switch self {
    case .empty, .text: nil
    case .number(let text, _), .money(let text, _), .percent(let text, _): text
    case .formula(_, let value, _): value
    case .month(let month): Self.serial(month.firstDay)
    case .date(let date): Self.serial(date)
    }
  }

  private static func serial(_ date: CalendarDate) -> String? {
    let day = date.dayNumber + unixDay
    return (firstDay...lastDay).contains(day) ? String(day) : nil
  }
}
