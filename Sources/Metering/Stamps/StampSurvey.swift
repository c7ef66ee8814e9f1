import Documents

/// What the stamps of a long file tell of its interval and of what they mark.
struct StampSurvey {
  /// Lengths an interval may have. [s]
  static let lengths = [3600, 1800, 900, 600, 300, 60]

  /// Stamps on the grid of each length.
  private var onGrid = [Int](repeating: 0, count: lengths.count)
  /// Stamps a minute, or a second, before the grid of each length.
  private var minuteBefore = [Int](repeating: 0, count: lengths.count)
  private var secondBefore = [Int](repeating: 0, count: lengths.count)
  /// How often neighbouring rows of one account are so far apart. [s]
  private var steps: [Int: Int] = [:]
  /// The last step and how often it came since another, not yet counted above.
  private var lastStep = 0
  private var lastStepCount = 0
  /// Steps that came often in a row.
  private var regularSteps: Set<Int> = []
  /// Readable stamps.
  private(set) var count = 0
  /// Stamps that cannot be read.
  private(set) var unreadable = 0
  private(set) var first: Range<Int>?
  private(set) var hasEndOfDay = false
  /// The least distance of neighbouring rows of one account. [s]
  private(set) var leastStep: Int?
  private(set) var series: [StampSeries] = []
  /// Midnights behind a later time of the same date, by that time.
  private var sameDate: [Int: Int] = [:]
  /// Midnights before a time of the same date, by that time, as newest-first files have them.
  private var sameDateReversed: [Int: Int] = [:]
  /// Midnights behind a time of the date before, by that time.
  private var nextDate: [Int: Int] = [:]
  /// The first two places at which the styles of midnight differ.
  private(set) var sameDatePlace: Range<Int>?
  private(set) var nextDatePlace: Range<Int>?

  private var accounts = ByteTable()

  private init() {}

  /// Looks at the stamps of at most `limit` rows.
  init(
    _ walk: StampWalk, pattern: StampPattern, order: DateOrder, limit: Int
  ) throws(DiagnosticsError) {
    let reader = StampReader(pattern: pattern)
    var rows = 0
    var survey = StampSurvey()
    try walk.forEach { row in
      survey.add(row, reader, order)
      rows += 1
      return rows < limit
    }
    self = survey
  }

  private mutating func add(_ row: StampWalk.Row, _ reader: StampReader, _ order: DateOrder) {
    var stamp: StampSeries.Stamp
    do throws(StampProblem) {
      let written = try reader.read(row.bytes, from: row.stamp.start, to: row.stamp.end)
      let day = try reader.pattern.date(written, order: order).dayNumber
      stamp = StampSeries.Stamp(day: day, seconds: written.seconds, offset: written.offset ?? 0)
      if let time = row.time { stamp.seconds = try LongScanner.time(row.bytes, time) }
    } catch {
      unreadable += 1
      return
    }
    count += 1
    if first == nil { first = row.range }
    if stamp.seconds == 86_400 { hasEndOfDay = true }
    for (index, length) in Self.lengths.enumerated() {
      let rest = stamp.seconds % length
      if rest == 0 {
        onGrid[index] += 1
      } else if rest == length - 60 {
        minuteBefore[index] += 1
      } else if rest == length - 1 {
        secondBefore[index] += 1
      }
    }
    var account = 0
    if let cell = row.account {
      account = accounts.index(of: row.bytes, from: cell.start, to: cell.end).index
    }
    guard account < series.count else {
      series.append(StampSeries(stamp))
      return
    }
    follow(series[account].last, stamp, at: row.range)
    series[account].add(stamp)
    let step = series[account].step
    if step == lastStep {
      lastStepCount += 1
    } else {
      steps[lastStep, default: 0] += lastStepCount
      lastStep = step
      lastStepCount = 1
    }
    if series[account].stepRun == Self.regularRun { regularSteps.insert(step) }
  }

  private mutating func follow(
    _ last: StampSeries.Stamp, _ stamp: StampSeries.Stamp, at range: Range<Int>
  ) {
    let step = abs(stamp.moment - last.moment)
    if step > 0 { leastStep = min(leastStep ?? step, step) }
    if stamp.seconds == 0, stamp.day == last.day, last.seconds > 0 {
      sameDate[last.seconds, default: 0] += 1
      if sameDatePlace == nil { sameDatePlace = range }
    }
    if last.seconds == 0, stamp.day == last.day, stamp.seconds > 0 {
      sameDateReversed[stamp.seconds, default: 0] += 1
    }
    if stamp.seconds == 0, stamp.day == last.day + 1, last.seconds > 0 {
      nextDate[last.seconds, default: 0] += 1
      if nextDatePlace == nil { nextDatePlace = range }
    }
  }

  /// The interval: the longest whose grid holds nearly all stamps.
  ///
  /// A few may be off it; they are told of one by one.
  var interval: Int? {
    guard count > 0, let leastStep, leastStep <= 3600 else { return nil }
    for (index, length) in Self.lengths.enumerated() where onGrid[index] * 20 >= count * 19 {
      return length
    }
    return nil
  }

  /// So many equal steps in a row are no accident.
  static let regularRun = 6

  /// Whether some rows are regularly further apart than others.
  var hasMixedLengths: Bool {
    Set(regularSteps.compactMap(IntervalLength.standard)).count > 1
  }

  /// The length that the middle one of all steps stands for. [s]
  var usualLength: Int? {
    var steps = self.steps
    steps[lastStep, default: 0] += lastStepCount
    steps[0] = nil
    let total = steps.values.reduce(0, +)
    var before = 0
    for (step, count) in steps.sorted(by: { $0.key < $1.key }) {
      before += count
      if 2 * before >= total { return IntervalLength.standard(step) }
    }
    return nil
  }

  /// What ends lack that are written as the last minute or second of their intervals, such as 00:14
  /// or 23:59:59; 0 where none are. [s]
  func endShift(of length: Int) -> Int {
    guard let index = Self.lengths.firstIndex(of: length), count > 1 else { return 0 }
    if minuteBefore[index] == count, length > 60 { return 60 }
    return secondBefore[index] == count ? 1 : 0
  }

  private var descents: Int { series.reduce(0) { $0 + $1.descents } }
  private var ascents: Int { series.reduce(0) { $0 + $1.ascents } }

  /// Whether the order of rows shows that midnight stands under the date of the day it ends.
  ///
  /// That is so where rows are in order but for midnights that directly follow the last interval of
  /// their own date, and in the same way for files with the newest row first.
  func provesSameDate(interval: Int) -> Bool {
    let last = 86_400 - interval
    let forward = sameDate[last] ?? 0
    if forward > 0, descents == forward { return true }
    let backward = sameDateReversed[last] ?? 0
    return backward > 0 && ascents == backward && descents > ascents
  }

  /// Whether some midnight directly follows the last interval of the date before.
  func hasNextDate(interval: Int) -> Bool { (nextDate[86_400 - interval] ?? 0) > 0 }

  /// The end of the interval that the first and last stamps of the accounts prove, if they agree.
  func provenSide(interval: Int) -> StampSide? {
    if hasEndOfDay { return .end }
    var sides: Set<StampSide> = []
    for series in series {
      switch (series.earliest.seconds, series.latest.seconds) {
      case (0, 86_400 - interval): sides.insert(.start)
      case (interval, 0): sides.insert(.end)
      default: continue
      }
    }
    return sides.count == 1 ? sides.first : nil
  }
}
