import Quantities

/// Days in words, those that follow each other joined.
struct DateRuns {
  private(set) var runs: [(first: CalendarDate, last: CalendarDate)] = []
  /// How many days there are.
  let count: Int

  /// - Parameters:
  ///   - dates: In order.
  ///   - follows: Whether the second of two days comes next after the first.
  init(_ dates: [CalendarDate], follows: (CalendarDate, CalendarDate) -> Bool) {
    count = dates.count
    for date in dates {
      if let last = runs.last, follows(last.last, date) {
        runs[runs.count - 1].last = date
      } else {
        runs.append((date, date))
      }
    }
  }

  /// `on 2025-01-03, 2025-01-07 to 2025-01-09`, or how many days where that is too much to read.
  func words(atMost most: Int) -> Message {
    guard runs.count <= most else { return "on \(count) days" }
    let days: [Message] = runs.map {
      $0.first == $0.last ? "\($0.first)" : "\($0.first) to \($0.last)"
    }
    return "on \(days.joined(separator: ", "))"
  }
}
