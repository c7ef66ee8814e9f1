import Quantities
import Testing

@Suite("Time zones")
struct CivilZoneTests {
  /// The rules of the United States since 2007.
  static let eastern = CivilZone(
    name: "US Eastern", standard: -18_000, daylight: -14_400,
    start: ClockRule(month: 3, day: .nth(.sunday, 2), second: 7200),
    end: ClockRule(month: 11, day: .nth(.sunday, 1), second: 7200), years: 2007...2040)

  /// Seconds since 1970 of a moment in UTC.
  static func instant(_ year: Int, _ month: Int, _ day: Int, _ hour: Int = 0) throws -> Int64 {
    let date = try #require(CalendarDate(year: year, month: month, day: day))
    return Int64(date.dayNumber) * 86_400 + Int64(hour) * 3600
  }

  @Test("10 March 2024 has 23 hours, 3 November 25, 4 November 24")
  func dayLengths() throws {
    for (month, day, hours) in [(3, 10, 23), (11, 3, 25), (11, 4, 24)] {
      let date = try #require(CalendarDate(year: 2024, month: month, day: day))
      let length = Self.eastern.start(of: date.adding(days: 1)) - Self.eastern.start(of: date)
      #expect(length == Int64(hours) * 3600)
    }
  }

  @Test("Clocks go forward at 07:00 UTC on 10 March 2024 and back at 06:00 UTC on 3 November")
  func transitions() throws {
    #expect(Self.eastern.offset(at: try Self.instant(2024, 3, 10, 7) - 1) == -18_000)
    #expect(Self.eastern.offset(at: try Self.instant(2024, 3, 10, 7)) == -14_400)
    #expect(Self.eastern.offset(at: try Self.instant(2024, 11, 3, 6) - 1) == -14_400)
    #expect(Self.eastern.offset(at: try Self.instant(2024, 11, 3, 6)) == -18_000)
  }

  @Test("01:30 on 3 November is shown twice, 02:30 on 10 March never, 12:00 once")
  func wallTimes() throws {
    let half: Int64 = 1800
    #expect(
      Self.eastern.instants(ofWallTime: try Self.instant(2024, 11, 3, 1) + half)
        == .repeated(
          first: try Self.instant(2024, 11, 3, 5) + half,
          second: try Self.instant(2024, 11, 3, 6) + half))
    #expect(
      Self.eastern.instants(ofWallTime: try Self.instant(2024, 3, 10, 2) + half) == .skipped)
    #expect(
      Self.eastern.instants(ofWallTime: try Self.instant(2024, 3, 10, 12))
        == .once(try Self.instant(2024, 3, 10, 16)))
  }

  @Test("The last Sunday of October 2025 is the 26th; the fifth of a month with four is the fourth")
  func rules() throws {
    let last = ClockRule(month: 10, day: .last(.sunday), second: 0)
    #expect(last.wallTime(in: 2025) == (try Self.instant(2025, 10, 26)))
    let fifth = ClockRule(month: 11, day: .nth(.saturday, 5), second: 0)
    #expect(fifth.wallTime(in: 2024) == (try Self.instant(2024, 11, 30)))
    #expect(
      ClockRule(month: 2, day: .nth(.monday, 5), second: 0).wallTime(in: 2025)
        == (try Self.instant(2025, 2, 24)))
    #expect(
      ClockRule(month: 3, day: .weekdayOnOrAfter(.sunday, day: 8), second: 0).wallTime(in: 2024)
        == (try Self.instant(2024, 3, 10)))
    #expect(
      ClockRule(month: 1, day: .ordinal(60), second: 0).wallTime(in: 2024)
        == (try Self.instant(2024, 3, 1)))
  }

  @Test("A zone without changes is named by its offset")
  func fixed() {
    #expect(CivilZone(offset: 36_000).name == "UTC+10:00")
    #expect(CivilZone(offset: -12_600).name == "UTC-03:30")
    #expect(CivilZone.utc.name == "UTC")
    #expect(CivilZone(offset: 36_000).instants(ofWallTime: 0) == .once(-36_000))
  }
}
