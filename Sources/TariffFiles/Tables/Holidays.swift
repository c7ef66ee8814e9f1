import Quantities

/// The public holidays of one file, which calendars refer to by its id.
package struct Holidays: Sendable, Hashable {

  /// The id, such as `cn-statutory`.
  package let id: String

  /// The days of which it is known whether they are holidays.
  package let known: DateRange

  /// The holidays, in the order of the file.
  package let holidays: [Holiday]

  /// Days of weekends that are worked in exchange for a holiday.
  package let workdays: Set<CalendarDate>

  /// Where the holidays stand.
  package let file: String

  /// Days off in one stretch.
  package struct Holiday: Sendable, Hashable {
    /// The name, such as `spring-festival`.
    package let name: String
    /// The days, the weekends joined to them included.
    package let days: DateRange

    /// How many days there are.
    package var dayCount: Int { (days.to ?? days.from).dayNumber - days.from.dayNumber + 1 }
  }

  /// The holidays a day belongs to: two may fall together.
  package func holidays(on date: CalendarDate) -> [Holiday] {
    holidays.filter { $0.days.contains(date) }
  }

  /// The names there are.
  package var names: [String] {
    holidays.reduce(into: []) { if !$0.contains($1.name) { $0.append($1.name) } }
  }
}
