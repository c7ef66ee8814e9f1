import Advice
import Quantities
import TestSupport
import Testing

@testable import Reporting

@Suite("Start times of a year in a line or two")
struct StartWordsTests {
  /// From 1 January 2025, a Wednesday.
  private static func words(
    _ count: Int, days: BatchDays = .everyDay, _ hour: (CalendarDate) -> Int
  ) throws -> String {
    let first = try #require(CalendarDate(iso: "2025-01-01"))
    let runs = try (0..<count).map { first.adding(days: $0) }
      .filter { days == .everyDay || !$0.weekday.isWeekend }
      .map { ($0, try #require(ClockTime(minutes: hour($0) * 60))) }
    return StartWords(runs, days: days).text.description
  }

  @Test("The same time every day is one phrase, and so is every weekday, and none at all")
  func same() throws {
    #expect(try Self.words(365) { _ in 23 } == "23:00 every day")
    #expect(try Self.words(365, days: .weekdays) { _ in 1 } == "01:00 Monday to Friday")
    #expect(try Self.words(0) { _ in 1 } == "no run can be moved")
  }

  @Test("Weekdays that differ are named, those beside each other as a stretch")
  func weekdays() throws {
    #expect(
      try Self.words(365) { $0.weekday.isWeekend ? 2 : 23 }
        == "23:00 Monday to Friday, 02:00 Saturday and Sunday")
    #expect(
      try Self.words(365, days: .weekdays) {
        $0.weekday == .tuesday || $0.weekday == .friday ? 4 : 0
      } == "00:00 Monday, Wednesday and Thursday, 04:00 Tuesday and Friday")
    // Three days are no pattern of weekdays: Wednesday to Friday, each seen once.
    #expect(
      try Self.words(3) { $0.weekday == .thursday ? 4 : 0 }
        == "00:00 on 2 of 3 days, 04:00 on 2025-01-02")
  }

  @Test("Months that differ are named, runs of them joined")
  func months() throws {
    #expect(
      try Self.words(365) { (4...9).contains($0.month.number) ? 3 : 22 }
        == "22:00 in 2025-01 to 2025-03, 2025-10 to 2025-12, 03:00 in 2025-04 to 2025-09")
  }

  @Test("Single days that differ are named with the usual time; weekends lie between no weekdays")
  func exceptions() throws {
    let odd: Set = ["2025-02-03", "2025-03-07", "2025-03-10"]
    #expect(
      try Self.words(365) { odd.contains($0.description) ? 5 : 23 }
        == "23:00 on 362 of 365 days, 05:00 on 2025-02-03, 2025-03-07, 2025-03-10")
    // 7 March is a Friday and 10 March the Monday after it.
    #expect(
      try Self.words(365, days: .weekdays) { odd.contains($0.description) ? 5 : 23 }
        == "23:00 on 258 of 261 days, 05:00 on 2025-02-03, 2025-03-07 to 2025-03-10")
  }

  @Test("A year of any times stays short: ten seeded years below 250 characters")
  func bounded() throws {
    for seed in UInt64(0)..<10 {
      var generator = SplitMix64(seed: seed)
      let text = try Self.words(365) { _ in Int.random(in: 0..<24, using: &generator) }
      #expect(text.count < 250, "seed \(seed): \(text)")
      #expect(text.hasSuffix("; --format json names every day"), "seed \(seed): \(text)")
    }
  }
}
