import Quantities
import Use

/// One walk over a profile that keeps every run of zeros and of one value.
struct RunScan {
  /// A third of a working day without a kilowatt-hour is an outage, a shutdown or lost data.
  private static let leastZeroSeconds = 6 * 3600
  /// Twelve readings of a quarter of an hour; with shorter intervals as long a time, since steady
  /// loads show the same reading more often the shorter it lasts.
  private static let leastStuckIntervals = 12
  private static let leastStuckSeconds = 3 * 3600

  /// Runs of zeros long enough to be told.
  private var longZeros: [Range<Int>] = []
  /// Runs of one value above zero, long enough to be told.
  private(set) var longEquals: [Range<Int>] = []
  /// Intervals at which every channel is zero while the intervals before and after are not.
  private var loneZeros: [Int] = []
  /// Intervals that have a value.
  private(set) var present = 0
  private var zeros = 0
  private var firstPresent = 0
  private var lastPresent = 0

  init(_ profile: LoadProfile) {
    let seconds = profile.intervalSeconds
    let leastZeros = (Self.leastZeroSeconds + seconds - 1) / seconds
    let leastEquals = max(
      Self.leastStuckIntervals, (Self.leastStuckSeconds + seconds - 1) / seconds)
    profile.active.withUnsafeBufferPointer { values in
      var start = 0
      while start < values.count {
        let value = values[start]
        var end = start + 1
        while end < values.count, values[end] == value { end += 1 }
        if value != LoadProfile.missing {
          if present == 0 { firstPresent = start }
          lastPresent = end - 1
          present += end - start
          if value == 0 {
            zeros += end - start
            if end - start >= leastZeros { longZeros.append(start..<end) }
            if end - start == 1 { noteLoneZero(start, profile, values) }
          } else if end - start >= leastEquals {
            longEquals.append(start..<end)
          }
        }
        start = end
      }
    }
  }

  private mutating func noteLoneZero(
    _ index: Int, _ profile: LoadProfile, _ values: UnsafeBufferPointer<Int64>
  ) {
    guard index > 0, index + 1 < values.count, values[index - 1] != LoadProfile.missing,
      values[index + 1] != LoadProfile.missing
    else { return }
    for channel in [profile.reactiveForward, profile.reactiveReverse] {
      if let value = channel?[index], value != 0, value != LoadProfile.missing { return }
    }
    loneZeros.append(index)
  }

  /// Zeros for six hours and more, at a site whose median value is above zero.
  func zeroRuns(of profile: LoadProfile) -> [(evidence: QualityEvidence, count: Int)] {
    // The median of values that are never below zero is above it when at most half of them are zero.
    guard zeros <= present / 2, let first = longZeros.first, let longest = Self.longest(longZeros)
    else { return [] }
    return [
      (
        .zeroRuns(
          first: profile.run(first), longest: profile.run(longest),
          intervals: longZeros.reduce(0) { $0 + $1.count }), longZeros.count
      )
    ]
  }

  /// Rows of nothing but zeros between rows that are not.
  func zeroRows(of profile: LoadProfile) -> [(evidence: QualityEvidence, count: Int)] {
    // A load near the last digit of its meter shows single zeros all the time.
    guard let first = loneZeros.first, loneZeros.count <= max(1, present / 100) else { return [] }
    let channels =
      1 + (profile.reactiveForward == nil ? 0 : 1) + (profile.reactiveReverse == nil ? 0 : 1)
    return [(.zeroRow(first: profile.start(of: first), channels: channels), loneZeros.count)]
  }

  /// Billing months that begin before the first or end after the last value.
  func coverage(of profile: LoadProfile, _ months: [ProfileMonth]) -> QualityEvidence? {
    let first = profile.place(of: firstPresent).day
    let end = profile.place(of: lastPresent).day.adding(days: 1)
    guard let held = DateSpan(start: first, end: end) else { return nil }
    let partial = months.compactMap { month -> MonthCoverage? in
      let days = month.period.intersection(held)?.dayCount ?? 0
      guard days > 0, days < month.period.dayCount else { return nil }
      return MonthCoverage(month: month.month, days: days, expected: month.period.dayCount)
    }
    return partial.isEmpty ? nil : .coverage(held, partial: partial)
  }

  /// The longest, and of equally long ones the first.
  static func longest(_ runs: [Range<Int>]) -> Range<Int>? {
    runs.reduce(nil) { best, run in
      guard let best, best.count >= run.count else { return run }
      return best
    }
  }
}

extension LoadProfile {
  /// Some intervals as a run.
  func run(_ range: Range<Int>) -> IntervalRun {
    IntervalRun(
      start: start(of: range.lowerBound), intervals: range.count,
      seconds: range.count * intervalSeconds)
  }
}
