import Quantities

/// Interval data of one account: whole days of equal intervals, in the tariff's local time.
///
/// Values are the energy of each interval [mJ or mvar·s]; ``missing`` stands where nothing was
/// metered. All channels have the same length.
public struct LoadProfile: Sendable, Hashable {
  /// Stands for an interval without a value.
  public static let missing = Int64.min

  /// The first day.
  public let firstDay: CalendarDate
  /// The length of an interval. [s]
  public let intervalSeconds: Int
  /// Active energy of each interval. [mJ]
  public var active: [Int64]
  /// Reactive energy drawn in each interval, where it is metered. [mvar·s]
  public var reactiveForward: [Int64]?
  /// Reactive energy fed back in each interval, where it is metered. [mvar·s]
  public var reactiveReverse: [Int64]?
  /// The supply lines whose sum the profile is, by their names, where they are metered apart.
  public var lines: [String: LoadProfile] = [:]
  /// Registers read beside the intervals: sub-meters, supply lines, contract demand, and reactive
  /// energy where the intervals have none.
  public var registers: [MonthlyReading] = []

  /// Makes a profile of whole days.
  ///
  /// - Parameters:
  ///   - firstDay: The day of the first value.
  ///   - intervalSeconds: A divisor of 86,400. [s]
  ///   - active: Energy by interval, a whole number of days. [mJ]
  ///   - reactiveForward: As `active`, of the same length. [mvar·s]
  ///   - reactiveReverse: As `active`, of the same length. [mvar·s]
  public init(
    firstDay: CalendarDate, intervalSeconds: Int, active: [Int64],
    reactiveForward: [Int64]? = nil, reactiveReverse: [Int64]? = nil
  ) {
    precondition(intervalSeconds > 0 && 86_400 % intervalSeconds == 0)
    precondition(active.count % (86_400 / intervalSeconds) == 0)
    precondition(reactiveForward.map { $0.count == active.count } ?? true)
    precondition(reactiveReverse.map { $0.count == active.count } ?? true)
    self.firstDay = firstDay
    self.intervalSeconds = intervalSeconds
    self.active = active
    self.reactiveForward = reactiveForward
    self.reactiveReverse = reactiveReverse
  }

  /// Intervals in a day.
  public var intervalsPerDay: Int { 86_400 / intervalSeconds }
  /// Days covered, whole or not.
  public var dayCount: Int { active.count / intervalsPerDay }
  /// The day after the last.
  public var endDay: CalendarDate { firstDay.adding(days: dayCount) }

  /// The months the profile touches, in order.
  public var months: [Month] {
    guard dayCount > 0 else { return [] }
    let first = firstDay.month.ordinal
    let last = endDay.adding(days: -1).month.ordinal
    return (first...last).map(Month.init(ordinal:))
  }

  /// The positions of the values of a day.
  ///
  /// - Returns: Nothing for a day outside the profile.
  public func range(of day: CalendarDate) -> Range<Int>? {
    let index = day.dayNumber - firstDay.dayNumber
    guard (0..<dayCount).contains(index) else { return nil }
    return (index * intervalsPerDay)..<((index + 1) * intervalsPerDay)
  }

  /// Hands some days to a sink, in order.
  package func replay(_ period: DateSpan, into sink: inout some IntervalSink) {
    for day in period.days {
      guard let range = range(of: day) else { continue }
      active.withUnsafeBufferPointer { active in
        Self.withOptional(reactiveForward) { forward in
          Self.withOptional(reactiveReverse) { reverse in
            sink.take(
              IntervalDay(
                date: day, intervalSeconds: intervalSeconds,
                active: UnsafeBufferPointer(rebasing: active[range]),
                reactiveForward: forward.map { UnsafeBufferPointer(rebasing: $0[range]) },
                reactiveReverse: reverse.map { UnsafeBufferPointer(rebasing: $0[range]) }))
          }
        }
      }
    }
  }

  private static func withOptional(
    _ values: [Int64]?, _ body: (UnsafeBufferPointer<Int64>?) -> Void
  ) {
    guard let values else { return body(nil) }
    values.withUnsafeBufferPointer { body($0) }
  }
}
