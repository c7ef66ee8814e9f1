import Quantities

/// Interval data of one account: whole days of equal intervals, in the tariff's local time.
///
/// Values are the energy of each interval [mJ or mvar·s]; ``missing`` stands where nothing was
/// metered. All channels have the same length. A day on which clocks were changed has fewer or more
/// intervals than others, as ``clockChanges`` tell.
public struct LoadProfile: Sendable, Hashable {
  /// Stands for an interval without a value.
  public static let missing = Int64.min

  /// The first day.
  public let firstDay: CalendarDate
  /// The length of an interval. [s]
  public let intervalSeconds: Int
  /// The days on which clocks were put forward or back, in order, within the months the profile
  /// touches.
  public let clockChanges: [ClockChange]
  /// Active energy of each interval. [mJ]
  public var active: [Int64]
  /// Reactive energy drawn in each interval, where it is metered. [mvar·s]
  public var reactiveForward: [Int64]?
  /// Reactive energy fed back in each interval, where it is metered. [mvar·s]
  public var reactiveReverse: [Int64]?
  /// Stretches of intervals whose values are shares of longer readings: their energy is known, the
  /// demand within them is not.
  public var coarse: [Range<Int>] = []
  /// Stretches of intervals whose values were filled in, as asked, and not metered.
  public var estimated: [Range<Int>] = []
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
  ///   - clockChanges: Days of another number of intervals, in order.
  public init(
    firstDay: CalendarDate, intervalSeconds: Int, active: [Int64],
    reactiveForward: [Int64]? = nil, reactiveReverse: [Int64]? = nil,
    clockChanges: [ClockChange] = []
  ) {
    precondition(intervalSeconds > 0 && 86_400 % intervalSeconds == 0)
    precondition(reactiveForward.map { $0.count == active.count } ?? true)
    precondition(reactiveReverse.map { $0.count == active.count } ?? true)
    self.firstDay = firstDay
    self.intervalSeconds = intervalSeconds
    self.active = active
    self.reactiveForward = reactiveForward
    self.reactiveReverse = reactiveReverse
    self.clockChanges = clockChanges
    let perDay = 86_400 / intervalSeconds
    // Changed days have a few intervals more or fewer, so the number of days is near the quotient.
    let near = active.count / perDay
    let reach = clockChanges.isEmpty ? 0 : clockChanges.count + 1
    let found = (max(0, near - reach)...(near + reach)).first { days in
      let end = firstDay.adding(days: days)
      return active.count == days * perDay + Self.extra(of: clockChanges, from: firstDay, to: end)
    }
    guard let days = found else { preconditionFailure("the values are no whole number of days") }
    dayCount = days
  }

  private static func extra(
    of changes: [ClockChange], from first: CalendarDate, to end: CalendarDate
  ) -> Int {
    changes.reduce(0) { $0 + ($1.date >= first && $1.date < end ? $1.extraIntervals : 0) }
  }

  /// Days covered, whole or not.
  public let dayCount: Int
  /// Intervals in a day whose clock is not changed.
  public var intervalsPerDay: Int { 86_400 / intervalSeconds }
  /// The day after the last.
  public var endDay: CalendarDate { firstDay.adding(days: dayCount) }

  /// The months the profile touches, in order.
  public var months: [Month] {
    guard dayCount > 0 else { return [] }
    let first = firstDay.month.ordinal
    let last = endDay.adding(days: -1).month.ordinal
    return (first...last).map(Month.init(ordinal:))
  }

  /// The change of the clock on a day, if there is one.
  public func clockChange(on day: CalendarDate) -> ClockChange? {
    clockChanges.isEmpty ? nil : clockChanges.first { $0.date == day }
  }

  /// How many intervals a stretch of days has.
  public func intervalCount(of span: DateSpan) -> Int {
    intervalCount(from: span.start, to: span.end)
  }

  /// How many intervals lie between the beginnings of two days; 0 where they are not in order.
  package func intervalCount(from start: CalendarDate, to end: CalendarDate) -> Int {
    guard start < end else { return 0 }
    return (end.dayNumber - start.dayNumber) * intervalsPerDay
      + Self.extra(of: clockChanges, from: start, to: end)
  }

  /// The positions of the values of a day.
  ///
  /// - Returns: Nothing for a day outside the profile.
  public func range(of day: CalendarDate) -> Range<Int>? {
    guard day >= firstDay, day < endDay else { return nil }
    let before = Self.extra(of: clockChanges, from: firstDay, to: day)
    let start = (day.dayNumber - firstDay.dayNumber) * intervalsPerDay + before
    return start..<(start + intervalsPerDay + (clockChange(on: day)?.extraIntervals ?? 0))
  }

  /// The positions of the intervals of a day during which the clock shows a stretch of time.
  ///
  /// - Parameters:
  ///   - clock: The stretch. [min]
  ///   - day: The day.
  /// - Returns: Nothing for a day outside the profile.
  package func positions(ofMinutes clock: Range<Int>, on day: CalendarDate) -> [Range<Int>]? {
    guard day >= firstDay, day < endDay else { return nil }
    var positions: [Range<Int>] = []
    eachPosition(ofMinutes: clock, on: day) { positions.append($0) }
    return positions
  }

  /// Hands over the positions of the intervals of a day during which the clock shows a stretch of
  /// time; nothing for a day outside the profile.
  package func eachPosition(
    ofMinutes clock: Range<Int>, on day: CalendarDate, _ take: (Range<Int>) -> Void
  ) {
    guard let range = range(of: day) else { return }
    let intervals =
      (clock.lowerBound * 60 / intervalSeconds)..<(clock.upperBound * 60 / intervalSeconds)
    func moved(_ run: Range<Int>) -> Range<Int> {
      (range.lowerBound + run.lowerBound)..<(range.lowerBound + run.upperBound)
    }
    guard let change = clockChange(on: day) else { return take(moved(intervals)) }
    for run in change.positions(ofClock: intervals, count: range.count) { take(moved(run)) }
  }

  /// The day an interval lies on, and its place in it.
  public func place(of index: Int) -> (day: CalendarDate, interval: Int) {
    var day = firstDay.adding(days: index / intervalsPerDay)
    guard !clockChanges.isEmpty else { return (day, index % intervalsPerDay) }
    // The last day may be longer than others, and its end then looks like a day beyond.
    if day >= endDay { day = endDay.adding(days: -1) }
    while let range = range(of: day), range.upperBound <= index { day = day.adding(days: 1) }
    while let range = range(of: day), range.lowerBound > index { day = day.adding(days: -1) }
    return (day, index - (range(of: day)?.lowerBound ?? 0))
  }

  /// What the clock shows when an interval begins.
  public func start(of index: Int) -> LocalTime {
    let (day, interval) = place(of: index)
    let clock = clockChange(on: day)?.clockPosition(of: interval) ?? interval
    return LocalTime(date: day, second: clock * intervalSeconds)
  }
}
