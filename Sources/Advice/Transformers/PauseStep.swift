import Quantities
import Use

/// What a billing period does to units of which some are paused.
///
/// Days and pauses count by the calendar year, into which a period that runs from reading day to
/// reading day may fall with a part of it.
struct PauseStep {
  private let terms: CapacityTimeline.PauseTerms
  /// Days in the year in which the period begins, and in the next.
  private let days: (first: Int, second: Int)
  /// Whether days count from zero, and pauses.
  private let isNewYear: (days: Bool, pauses: Bool)
  private let isApart: Bool
  /// Days of the periods that follow in the calendar year in which this one ends.
  private let rest: Int
  private let shortest: Int

  init(
    _ span: DateSpan, before: DateSpan?, later: [DateSpan], terms: CapacityTimeline.PauseTerms
  ) {
    self.terms = terms
    let ending = span.lastDay.month.year
    let first = Self.days(of: span, in: span.start.month.year)
    days = (first: first, second: span.dayCount - first)
    isNewYear = (
      days: before.map { $0.lastDay.month.year != span.start.month.year } ?? false,
      pauses: before.map { $0.start.month.year != span.start.month.year } ?? false
    )
    isApart = before.map { $0.end != span.start } ?? false
    let sameYear = later.map { Self.days(of: $0, in: ending) }.filter { $0 > 0 }
    rest = sameYear.reduce(0, +)
    shortest = sameYear.min() ?? 0
  }

  private static func days(of span: DateSpan, in year: Int) -> Int {
    let january = Month(ordinal: year * 12)
    let whole = DateSpan(start: january.firstDay, end: january.adding(12).firstDay)
    return whole.flatMap { span.intersection($0) }?.dayCount ?? 0
  }

  /// The state after the period, and how many pauses begin in it; nothing where it is not allowed.
  func apply(_ mask: Int, to units: [PausePast]) -> (state: [PausePast], begun: Int)? {
    var result = units
    var begun = 0
    for index in units.indices {
      guard let (past, begins) = after(units[index], isPaused: mask >> index & 1 == 1) else {
        return nil
      }
      result[index] = past
      if begins { begun += 1 }
    }
    return (result, begun)
  }

  private func after(
    _ unit: PausePast, isPaused: Bool
  ) -> (past: PausePast, begins: Bool)? {
    var past = unit
    if isNewYear.days { past.used = 0 }
    if isNewYear.pauses { past.begun = 0 }
    if isApart || !isPaused {
      guard past.mayEnd(needing: needed) else { return nil }
      past.length = 0
    }
    let begins = isPaused && past.length == 0
    if begins {
      past.begun += 1
      if let most = terms.mostAYear, past.begun > most { return nil }
    }
    guard let used = used(after: past.used, isPaused) else { return nil }
    past.used = used
    if isPaused { past.length = min(needed, past.length + days.first + days.second) }
    return (clear(past), begins)
  }

  /// Days used of the year in which the period ends; nothing where a year allows fewer.
  private func used(after used: Int, _ isPaused: Bool) -> Int? {
    guard isPaused else { return days.second > 0 ? 0 : used }
    let first = used + days.first
    if let most = terms.mostDaysAYear, max(first, days.second) > most { return nil }
    return days.second > 0 ? days.second : first
  }

  private var needed: Int { max(1, terms.leastDays) }

  /// Forgets what cannot matter any more, so that like pasts are one.
  private func clear(_ past: PausePast) -> PausePast {
    var past = past
    if terms.mostAYear == nil { past.begun = 0 }
    guard let most = terms.mostDaysAYear else {
      past.used = 0
      return past
    }
    if past.used + rest <= most {
      past.used = 0
    } else if past.used + shortest > most {
      past.used = most
    }
    return past
  }
}
