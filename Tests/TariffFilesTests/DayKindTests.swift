import Documents
import Foundation
import Quantities
import Tariffs
import TestSupport
import Testing

@testable import TariffFiles

@Suite("Holidays and hot days have hours of their own")
struct DayKindTests {

  static let holidays = """
    <?xml version="1.0" encoding="UTF-8"?>
    <holidays xmlns="urn:tariffwise:1" id="test" from="2026-01-01" to="2026-12-31">
      <source id="n" title="A notice" confidence="invented"/>
      <holiday name="long" from="2026-05-01" to="2026-05-05" source="n"/>
      <holiday name="short" from="2026-06-10" to="2026-06-10" source="n"/>
      <workday date="2026-05-09" source="n"/>
    </holidays>
    """

  /// A tariff with one price an hour, so that a calendar can be tried.
  static func tariff(_ calendar: String) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <tariff xmlns="urn:tariffwise:1" id="test" area="cn-test" currency="CNY"
            time-zone="Asia/Shanghai">
      <title xml:lang="en">Test</title>
      <source id="n" title="A notice" confidence="invented"/>
      <version from="2026-01-01" source="n">
        \(calendar)
        <energy-charge bills="derived" source="n">
          <component name="energy" price="1" floats="yes"/>
          <period name="flat" times="1"/>
          <period name="peak" times="2"/>
          <period name="deep" times="0.5"/>
        </energy-charge>
      </version>
    </tariff>
    """
  }

  static func day(_ attributes: String, _ period: String) -> String {
    """
    <day \(attributes)>
      <hours period="\(period)" from="00:00" to="01:00"/>
      <hours period="flat" from="01:00" to="22:00"/>
      <hours period="peak" from="22:00" to="23:00"/>
      <hours period="deep" from="23:00" to="24:00"/>
    </day>
    """
  }

  static func calendar(_ days: String, attributes: String = "holidays=\"test\"") -> String {
    "<calendar \(attributes) source=\"n\">\(days)</calendar>"
  }

  static func loaded(_ calendar: String) throws -> DayCalendar {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write(holidays, to: "holidays.xml")
    try scratch.write(tariff(calendar), to: "tariff.xml")
    let book = try TariffLibrary(folders: [scratch.folder.path]).load(ids: ["test"])
    return try #require(book.tariffs["test"]?.versions.first).timeOfUse
  }

  static func found(_ calendar: String) throws -> [Diagnostic] {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write(holidays, to: "holidays.xml")
    try scratch.write(tariff(calendar), to: "tariff.xml")
    return TariffChecker(library: nil).check([scratch.folder.path])
  }

  static func first(_ calendar: DayCalendar, _ date: String) throws -> String? {
    calendar.period(on: try #require(CalendarDate(iso: date)), minute: 0)?.name
  }

  @Test("A holiday goes before the day of the week, a worked weekend counts as a workday")
  func holiday() throws {
    let calendar = try Self.loaded(
      Self.calendar(
        Self.day("type=\"workday\"", "peak") + Self.day("type=\"weekend\"", "flat")
          + Self.day("type=\"holiday\" least-days=\"3\"", "deep")))
    // 1 to 5 May, Friday to Tuesday, are off; Saturday 9 May is worked, the 10th is not.
    let expected = [
      "2026-04-30": "peak", "2026-05-01": "deep", "2026-05-02": "deep", "2026-05-05": "deep",
      "2026-05-06": "peak", "2026-05-09": "peak", "2026-05-10": "flat", "2026-05-16": "flat",
      // A holiday of one day is too short, and so an ordinary Wednesday.
      "2026-06-10": "peak",
    ]
    for (date, period) in expected { #expect(try Self.first(calendar, date) == period, "\(date)") }
  }

  @Test("Holidays are chosen by name, and each day is described once")
  func names() throws {
    let days = Self.day("type=\"every-day\"", "flat")
    let calendar = try Self.loaded(
      Self.calendar(days + Self.day("type=\"holiday\" of=\"short\"", "deep")))
    #expect(try Self.first(calendar, "2026-05-01") == "flat")
    #expect(try Self.first(calendar, "2026-06-10") == "deep")
    let twice = try Self.found(
      Self.calendar(
        days + Self.day("type=\"holiday\" of=\"short\"", "deep")
          + Self.day("type=\"holiday\"", "peak")))
    #expect(twice.map(\.code) == ["day-overlap"])
  }

  @Test("Days whose holidays are not known are named, days of the file are not")
  func known() throws {
    let calendar = try Self.loaded(
      Self.calendar(Self.day("type=\"every-day\"", "flat") + Self.day("type=\"holiday\"", "deep")))
    let span = try #require(
      DateSpan(
        start: CalendarDate(iso: "2026-12-30") ?? CalendarDate(dayNumber: 0),
        end: CalendarDate(iso: "2027-02-01") ?? CalendarDate(dayNumber: 0)))
    #expect(calendar.firstDayOfUnknownHolidays(in: span)?.description == "2027-01-01")
    #expect(DayCalendar.undivided.firstDayOfUnknownHolidays(in: span) == nil)
  }

  @Test("A hot day is hot by its temperature, as the last of so many, and goes before a holiday")
  func hot() throws {
    let calendar = try Self.loaded(
      Self.calendar(
        Self.day("type=\"every-day\"", "flat") + Self.day("type=\"holiday\"", "deep")
          + Self.day("type=\"hot\" celsius=\"35\" days-running=\"2\"", "peak")))
    let may = try #require(CalendarDate(iso: "2026-05-01"))
    var weather = Weather()
    for (day, celsius) in [("34.9"), "35", "36.5", "30"].enumerated() {
      weather.highest[may.adding(days: day)] = try Quantity(celsius)
    }
    #expect(try Self.first(calendar, "2026-05-03") == "deep")
    let warm = calendar.knowing(weather)
    for (date, period) in [
      "2026-05-01": "deep", "2026-05-02": "deep", "2026-05-03": "peak", "2026-05-04": "deep",
    ] {
      #expect(try Self.first(warm, date) == period, "\(date)")
    }
    // What is known of 30 April and 6 May does not tell whether they were hot; 5 May follows a
    // cool day, so that it was not.
    let span = try #require(DateSpan(start: may.adding(days: -1), end: may.adding(days: 6)))
    #expect(
      warm.daysOfUnknownWeather(in: span).map(\.description) == ["2026-04-30", "2026-05-06"])
  }

  @Test(
    "What cannot be is said",
    arguments: [
      ("type=\"holiday\" of=\"midsummer\"", "unknown-holiday"),
      ("type=\"holiday\" celsius=\"35\"", "misplaced-rule"),
      ("type=\"every-day\" least-days=\"3\"", "misplaced-rule"),
      ("type=\"hot\"", "missing-attribute"),
    ])
  func refused(_ attributes: String, _ code: String) throws {
    let isOrdinary = attributes.contains("every-day")
    let found = try Self.found(
      Self.calendar(
        (isOrdinary ? "" : Self.day("type=\"every-day\"", "flat"))
          + Self.day(attributes, isOrdinary ? "flat" : "deep")))
    #expect(found.contains { $0.code == code }, "\(DiagnosticText.render(found))")
  }

  @Test(
    "A holiday that is no day of rest, and a workday that is one anyway, are faults of the file")
  func workdays() throws {
    for (date, word) in [("2026-05-02", "lies in the holiday"), ("2026-06-11", "by itself")] {
      let found = try Scratch.check(
        Self.holidays.replacingOccurrences(of: "\"2026-05-09\"", with: "\"\(date)\""))
      #expect(found.map(\.code) == ["misplaced-rule"])
      #expect(found.first?.message.contains(word) == true)
    }
  }
}
