/// A calendar month.
public struct Month: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Months since January of year 0.
  public let ordinal: Int

  /// Makes a month from its count since January of year 0.
  public init(ordinal: Int) { self.ordinal = ordinal }

  /// Makes a month from year and number.
  ///
  /// - Returns: Nothing when the number is not between 1 and 12.
  public init?(year: Int, month: Int) {
    guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
    self.init(ordinal: year * 12 + month - 1)
  }

  /// Reads `2026-01`.
  ///
  /// - Returns: Nothing for any other form.
  public init?(iso text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 7, bytes[4] == UInt8(ascii: "-"),
      let year = CalendarDate.number(bytes[0..<4]), let month = CalendarDate.number(bytes[5..<7])
    else { return nil }
    self.init(year: year, month: month)
  }

  /// The calendar year.
  public var year: Int { ordinal / 12 }
  /// The number of the month, 1 to 12.
  public var number: Int { ordinal % 12 + 1 }

  /// The first day.
  public var firstDay: CalendarDate {
    CalendarDate(dayNumber: CalendarDate.dayNumber(year: year, month: number, day: 1))
  }

  /// The first day of the month after.
  public var endDay: CalendarDate { adding(1).firstDay }

  /// The last day.
  public var lastDay: CalendarDate { endDay.adding(days: -1) }

  /// How many days it has.
  public var dayCount: Int {
    switch number {
    case 2: isLeapYear ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private var isLeapYear: Bool {
    year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }

  /// The month a number of months later.
  public func adding(_ months: Int) -> Month { Month(ordinal: ordinal + months) }

  /// `2026-01`.
  public var description: String {
    ColumnText.text { text in
      text.number(year, width: 4)
      text.mark("-")
      text.number(number, width: 2)
    }
  }

  /// Compares by order in time.
  public static func < (left: Month, right: Month) -> Bool { left.ordinal < right.ordinal }
}
