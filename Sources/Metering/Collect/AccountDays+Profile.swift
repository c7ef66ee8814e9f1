import Quantities
import Use

extension AccountDays.Conflict {
  /// The start of the interval.
  func start(_ intervalSeconds: Int) -> LocalTime {
    LocalTime(date: CalendarDate(dayNumber: day), second: slot * intervalSeconds)
  }
}

extension AccountDays {
  /// The longest that interval data is kept for. [d]
  private static let longestSpan = 25 * 366

  /// Adds the days of a later file.
  mutating func join(_ other: AccountDays) {
    beginFile()
    for day in other.days.sorted() { other.lend(day) { add($0) } }
    beginFile()
    inheritCounts(of: other)
  }

  /// Says what is wrong with the rows as a whole.
  func check(_ account: String, meterHeading: String?, into findings: inout [LoadFinding]) {
    if let first = setBacks.first, repeated + conflictCount > 0 {
      findings.append(
        LoadFinding(
          .clockSetBack(at: first.start(intervalSeconds)), account: account, count: setBacks.count))
    }
    if let first = firstRepeated ?? conflicts.first, let meterHeading {
      findings.append(
        LoadFinding(
          .severalMeters(heading: meterHeading, at: first.start(intervalSeconds)),
          account: account, count: repeated + conflictCount))
    } else if let first = firstRepeated {
      findings.append(
        LoadFinding(
          .repeated(first: first.start(intervalSeconds)), account: account, count: repeated))
    }
    if descents > 0 {
      findings.append(LoadFinding(.unsorted, account: account, count: descents))
    }
  }

  /// The profile from the first day to the last.
  ///
  /// - Returns: Nothing where a finding says why there is none.
  func profile(_ account: String, into findings: inout [LoadFinding]) -> LoadProfile? {
    guard let first = days.min(), let last = days.max() else { return nil }
    let firstDay = CalendarDate(dayNumber: first)
    guard last - first < Self.longestSpan else {
      findings.append(
        LoadFinding(
          .spanTooLong(from: firstDay, to: CalendarDate(dayNumber: last)), account: account))
      return nil
    }
    var active = ordered(active, from: first, to: last)
    var forward = forward.map { ordered($0, from: first, to: last) }
    var reverse = reverse.map { ordered($0, from: first, to: last) }
    if let found = stride(active, forward, reverse) {
      findings.append(
        LoadFinding(
          .mixedLengths(
            fileSeconds: intervalSeconds, foundSeconds: found.stride * intervalSeconds,
            from: LocalTime(date: firstDay, second: found.slot * intervalSeconds)),
          account: account))
      return nil
    }
    noteMissing(active, forward, from: firstDay, account, into: &findings)
    SlotValue.forgetEmpty(&active)
    SlotValue.forgetEmpty(&forward)
    SlotValue.forgetEmpty(&reverse)
    return LoadProfile(
      firstDay: firstDay, intervalSeconds: intervalSeconds, active: active,
      reactiveForward: forward, reactiveReverse: reverse)
  }

  private func stride(
    _ active: [Int64], _ forward: [Int64]?, _ reverse: [Int64]?
  ) -> (slot: Int, stride: Int)? {
    for values in [active, forward ?? [], reverse ?? []] {
      if let found = GridCheck.stride(in: values[...]) { return found }
    }
    return nil
  }

  private func noteMissing(
    _ active: [Int64], _ forward: [Int64]?, from firstDay: CalendarDate, _ account: String,
    into findings: inout [LoadFinding]
  ) {
    var missing = 0
    var empty = 0
    var firstMissing: Int?
    var run = 0
    var longest = 0
    var unreactive = 0
    var firstUnreactive: Int?
    for (index, energy) in active.enumerated() {
      if SlotValue.isMissing(energy) {
        missing += 1
        if energy == SlotValue.empty { empty += 1 }
        if firstMissing == nil { firstMissing = index }
        run += 1
        longest = max(longest, run)
        continue
      }
      run = 0
      if let forward, SlotValue.isMissing(forward[index]) {
        unreactive += 1
        if firstUnreactive == nil { firstUnreactive = index }
      }
    }
    if let firstMissing {
      let start = LocalTime(date: firstDay, second: firstMissing * intervalSeconds)
      findings.append(
        LoadFinding(
          .missing(expected: active.count, emptyCells: empty, first: start, longestRun: longest),
          account: account, count: missing))
    }
    if let firstUnreactive {
      let start = LocalTime(date: firstDay, second: firstUnreactive * intervalSeconds)
      findings.append(
        LoadFinding(.reactiveMissing(first: start), account: account, count: unreactive))
    }
  }
}
