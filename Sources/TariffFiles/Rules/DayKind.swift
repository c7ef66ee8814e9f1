import Documents
import Quantities
import Tariffs

/// Which days a `day` describes.
enum DayKind {

  /// Days of the week, Monday being 0.
  case weekdays([Int])

  /// Public holidays of some names, or of any, that have so many days off at the least.
  case holiday(names: [String]?, leastDays: Int)

  /// Days on which, as the last of so many, a temperature is reached. [°C]
  case hot(celsius: Quantity, daysRunning: Int)

  /// The days of the week; none for days that go before them.
  var weekdays: [Int] {
    if case .weekdays(let weekdays) = self { return weekdays }
    return []
  }

  /// Whether holidays are described.
  var isHoliday: Bool {
    if case .holiday = self { return true }
    return false
  }

  /// Whether hot days are described.
  var isHot: Bool {
    if case .hot = self { return true }
    return false
  }

  /// Whether a holiday is described.
  func holds(_ holiday: Holidays.Holiday) -> Bool {
    guard case .holiday(let names, let leastDays) = self else { return false }
    return holiday.dayCount >= leastDays && names?.contains(holiday.name) ?? true
  }

  /// The attributes of `day` that belong to a type.
  static let attributes = ["of", "least-days", "celsius", "days-running"]

  private enum Word { case weekdays([Int]), holiday, hot }

  /// Reads the kind of a `day`; nothing where it cannot be read, which was reported.
  ///
  /// - Parameters:
  ///   - day: The element.
  ///   - holidays: The holidays its calendar names; nothing where there are none.
  ///   - named: Whether the calendar names any, known or not.
  init?(_ day: ElementReader, holidays: Holidays?, named: Bool) {
    let types: [(String, Word)] = [
      ("every-day", .weekdays([0, 1, 2, 3, 4, 5, 6])), ("workday", .weekdays([0, 1, 2, 3, 4])),
      ("weekend", .weekdays([5, 6])), ("saturday", .weekdays([5])), ("sunday", .weekdays([6])),
      ("holiday", .holiday), ("hot", .hot),
    ]
    guard let type = day.required("type", .choice(types)) else { return nil }
    let mine: [String]
    switch type {
    case .weekdays: mine = []
    case .holiday: mine = ["of", "least-days"]
    case .hot: mine = ["celsius", "days-running"]
    }
    for attribute in Self.attributes where day.has(attribute) && !mine.contains(attribute) {
      day.report(
        .misplacedRule, at: attribute,
        """
        \(Printable.quote(attribute)) means nothing for days of this type; it is expected with \
        type="\(["of", "least-days"].contains(attribute) ? "holiday" : "hot")"
        """)
    }
    switch type {
    case .weekdays(let weekdays):
      self = .weekdays(weekdays)
    case .holiday:
      guard Self.hasHolidays(day, named: named) else { return nil }
      let names = day.optional("of", .names)
      let leastDays = day.optional("least-days", .whole(1...31))
      if let names, let holidays { Self.check(names, day, holidays) }
      guard names != nil || !day.has("of"), leastDays != nil || !day.has("least-days") else {
        return nil
      }
      self = .holiday(names: names, leastDays: leastDays ?? 1)
    case .hot:
      let celsius = day.required("celsius", ValueForm<Quantity>.positive)
      let running = day.optional("days-running", .whole(1...31))
      guard let celsius, running != nil || !day.has("days-running") else { return nil }
      self = .hot(celsius: celsius, daysRunning: running ?? 1)
    }
  }

  private static func hasHolidays(_ day: ElementReader, named: Bool) -> Bool {
    if !named {
      day.report(
        .unknownHoliday, at: "type",
        """
        the calendar does not say which days are holidays; the id of a file of them is expected \
        in it
        """,
        hint: "write <calendar holidays=\"…\" …>")
    }
    return named
  }

  private static func check(_ names: [String], _ day: ElementReader, _ holidays: Holidays) {
    for name in names where !holidays.names.contains(name) {
      let known = holidays.names.map { Printable.quote($0) }
      day.report(
        .unknownHoliday, at: "of",
        """
        \(Printable.quote(name)) is no holiday of \(Printable.quote(holidays.id)); \
        \(Printable.alternatives(known)) is expected
        """,
        hint: Suggestion.hint(for: name, in: holidays.names))
    }
  }
}
