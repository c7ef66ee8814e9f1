import Quantities
import Testing

@Suite("Dates follow the Gregorian calendar")
struct CivilTimeTests {
  @Test("Every day of 1600 to 2400 converts there and back, and weekdays follow each other")
  func everyDay() throws {
    var date = try #require(CalendarDate(year: 1600, month: 1, day: 1))
    let end = try #require(CalendarDate(year: 2400, month: 1, day: 1))
    // 1 January 1600 was a Saturday.
    var weekday = 5
    while date < end {
      let (year, month, day) = date.parts
      guard CalendarDate(year: year, month: month, day: day) == date,
        date.weekday == Weekday.allCases[weekday % 7]
      else {
        Issue.record("\(date)")
        return
      }
      date = date.adding(days: 1)
      weekday += 1
    }
  }

  @Test(
    "Days the calendar does not have are refused",
    arguments: [
      "2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "1900-02-29", "2026-1-01", "20260101",
      "2026-01-32",
    ])
  func impossibleDays(text: String) {
    #expect(CalendarDate(iso: text) == nil)
  }

  @Test(
    "Leap days and month ends",
    arguments: [("2024-02", 29), ("2025-02", 28), ("2000-02", 29), ("2026-12", 31)])
  func monthLengths(text: String, days: Int) throws {
    let month = try #require(Month(iso: text))
    #expect(month.dayCount == days)
    #expect(month.lastDay.adding(days: 1) == month.adding(1).firstDay)
    #expect(month.description == text)
  }

  @Test("24:00 is the end of a day, 24:01 and 8:00 are refused")
  func clock() {
    #expect(ClockTime("24:00") == .endOfDay)
    #expect(ClockTime("24:01") == nil)
    #expect(ClockTime("8:00") == nil)
    #expect(ClockTime("07:30")?.minutes == 450)
  }

  @Test("Ranges that share a day overlap, neighbours do not")
  func ranges() throws {
    func range(_ from: String, _ to: String?) throws -> DateRange {
      let start = try #require(CalendarDate(iso: from))
      return try #require(DateRange(from: start, to: to.flatMap { CalendarDate(iso: $0) }))
    }
    let january = try range("2026-01-01", "2026-01-31")
    #expect(!january.overlaps(try range("2026-02-01", nil)))
    #expect(january.overlaps(try range("2026-01-31", nil)))
    #expect(january.overlaps(try range("2025-01-01", nil)))
    #expect(!january.overlaps(try range("2025-01-01", "2025-12-31")))
  }

  @Test(
    "Voltages are read in the forms found on account sheets",
    arguments: [
      ("交流10kV", Voltage.from1To10kV), ("10千伏", .from1To10kV), ("110kV", .kV110), ("35千伏", .kV35),
      ("1-10kV", .from1To10kV), ("380V", .below1kV),
    ])
  func voltages(text: String, expected: Voltage) {
    #expect(Voltage(text) == expected)
  }
}
