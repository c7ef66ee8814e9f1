import Quantities
import Use

extension SeriesStore {
  /// The longest that interval data is kept for. [d]
  private static let longestSpan = 25 * 366

  /// Every account's profile and what is to be said of it.
  mutating func accounts() -> [LoadAccount] {
    settle()
    return names.map { account($0) }
  }

  private func account(_ name: String) -> LoadAccount {
    var findings = self.findings[name] ?? []
    guard let source = sources[name] else {
      return LoadAccount(id: name, profile: nil, findings: findings, channels: [])
    }
    let channels = self.channels[name] ?? []
    for channel in channels {
      findings += Self.findings(channel.findings, of: channel, source)
    }
    let profile = profile(of: channels, source, &findings)
    let isFaulty = findings.contains(where: \.keepsFromBilling)
    findings.sort { $0.severity < $1.severity }
    return LoadAccount(
      id: name, profile: isFaulty ? nil : profile, findings: findings,
      channels: channels.map { ChannelSummary($0, zone: source.zone, source.isZoneKnown) })
  }

  private static func findings(
    _ found: [(evidence: LoadEvidence, line: Int?, count: Int)], of channel: SettledChannel,
    _ source: Source
  ) -> [LoadFinding] {
    let name: Message =
      channel.name == source.account ? "account \(source.account)" : "meter \(channel.name)"
    return found.map { evidence, line, count in
      LoadFinding(
        evidence, account: source.account, subject: name,
        place: line.map { LoadPlace.line($0, of: source.file) }, count: count)
    }
  }

  /// The account's energy on the grid of its intervals.
  private func profile(
    of channels: [SettledChannel], _ source: Source, _ findings: inout [LoadFinding]
  ) -> LoadProfile? {
    let drawn = channels.filter { !$0.measure.isReactive && $0.direction != .exported }
    guard let main = drawn.first(where: { !$0.readings.isEmpty }) else { return nil }
    let meters = drawn.filter { !$0.readings.isEmpty }.map(\.meter)
    if Set(meters).count > 1 {
      add(.severalChannels(drawn.map(\.name).sorted()), source, to: &findings)
      return nil
    }
    guard let grid = grid(for: main, channels, source, &findings) else { return nil }
    noteMidnight(main, grid, source, &findings)
    var coarse: [Range<Int>] = []
    let active = sum(drawn, grid, source, &coarse, &findings)
    let reactive = channels.filter { $0.measure.isReactive && !$0.readings.isEmpty }
    var ignored: [Range<Int>] = []
    let forward = reactive.filter { $0.direction != .exported }
    let reverse = reactive.filter { $0.direction == .exported }
    var profile = LoadProfile(
      firstDay: grid.firstDay, intervalSeconds: grid.intervalSeconds, active: active,
      reactiveForward: forward.isEmpty ? nil : sum(forward, grid, source, &ignored, &findings),
      reactiveReverse: reverse.isEmpty ? nil : sum(reverse, grid, source, &ignored, &findings),
      clockChanges: grid.clockChanges)
    profile.coarse = coarse
    noteHoles(&profile, source, &findings)
    return profile
  }

  private func add(
    _ evidence: SeriesEvidence, _ source: Source, count: Int = 1, to findings: inout [LoadFinding]
  ) {
    findings.append(
      LoadFinding(
        .series(evidence), account: source.account, subject: "account \(source.account)",
        count: count))
  }

  private func grid(
    for main: SettledChannel, _ channels: [SettledChannel], _ source: Source,
    _ findings: inout [LoadFinding]
  ) -> DayGrid? {
    let interval = main.intervalSeconds
    guard interval <= 3600 else {
      add(.tooLong(seconds: interval), source, to: &findings)
      return nil
    }
    guard interval > 0, 86_400 % interval == 0 else {
      add(.oddLength(seconds: interval), source, to: &findings)
      return nil
    }
    let ends = channels.compactMap { channel in
      channel.readings.first.flatMap { first in channel.readings.last.map { (first.start, $0.end) }
      }
    }
    guard let start = ends.map(\.0).min(), let end = ends.map(\.1).max() else { return nil }
    guard end - start < Int64(Self.longestSpan) * 86_400 else {
      add(
        .spanTooLong(
          from: LocalTime(instant: start, in: source.zone).date,
          to: LocalTime(instant: end, in: source.zone).date), source, to: &findings)
      return nil
    }
    return DayGrid(from: start, to: end, intervalSeconds: interval, zone: source.zone)
  }

  /// The sum of channels on a grid; an interval that one of them lacks while it runs is missing.
  private func sum(
    _ channels: [SettledChannel], _ grid: DayGrid, _ source: Source, _ coarse: inout [Range<Int>],
    _ findings: inout [LoadFinding]
  ) -> [Int64] {
    var total: [Int64] = []
    for channel in channels where !channel.readings.isEmpty {
      let placed = GridPlacement(
        channel.readings, on: grid, snap: source.repairs.snapSeconds)
      findings += Self.findings(placed.findings, of: channel, source)
      coarse += placed.coarse
      guard !total.isEmpty else {
        total = placed.values
        continue
      }
      for index in total.indices {
        let value = placed.values[index]
        guard !SlotValue.isMissing(total[index]), !SlotValue.isMissing(value) else {
          total[index] =
            max(total[index], value) == SlotValue.unseen ? SlotValue.unseen : SlotValue.empty
          continue
        }
        total[index] += value
      }
    }
    coarse.sort { $0.lowerBound < $1.lowerBound }
    return total
  }

  private func noteMidnight(
    _ channel: SettledChannel, _ grid: DayGrid, _ source: Source, _ findings: inout [LoadFinding]
  ) {
    guard source.isZoneKnown, source.epoch == nil else { return }
    let off = channel.dayStarts.filter { LocalTime(instant: $0, in: grid.zone).second != 0 }
    guard let first = off.first, off.count * 2 > channel.dayStarts.count else { return }
    add(
      .midnight(clock: LocalTime(instant: first, in: grid.zone), zone: grid.zone.name), source,
      count: off.count, to: &findings)
  }

  /// Tells of intervals without a value, and makes all of them plainly missing.
  private func noteHoles(
    _ profile: inout LoadProfile, _ source: Source, _ findings: inout [LoadFinding]
  ) {
    var holes = (count: 0, empty: 0, first: -1, run: 0, longest: 0)
    var unreactive = (count: 0, first: -1)
    // Days that the readings begin or end in are not whole for that; it is told as coverage.
    let first = profile.active.firstIndex { $0 != SlotValue.unseen } ?? 0
    let last = profile.active.lastIndex { $0 != SlotValue.unseen } ?? -1
    for index in first..<(last + 1) {
      let value = profile.active[index]
      guard SlotValue.isMissing(value) else {
        holes.run = 0
        if let forward = profile.reactiveForward, SlotValue.isMissing(forward[index]) {
          if unreactive.count == 0 { unreactive.first = index }
          unreactive.count += 1
        }
        continue
      }
      if value == SlotValue.empty { holes.empty += 1 }
      if holes.count == 0 { holes.first = index }
      holes.count += 1
      holes.run += 1
      holes.longest = max(holes.longest, holes.run)
    }
    if holes.count > 0 {
      add(
        .missing(
          expected: last + 1 - first, empty: holes.empty, first: profile.start(of: holes.first),
          longestRun: holes.longest), source, count: holes.count, to: &findings)
    }
    if unreactive.count > 0 {
      add(
        .reactiveMissing(first: profile.start(of: unreactive.first)), source,
        count: unreactive.count, to: &findings)
    }
    noteDayLengths(profile, source, &findings)
    SlotValue.forgetEmpty(&profile.active)
    SlotValue.forgetEmpty(&profile.reactiveForward)
    SlotValue.forgetEmpty(&profile.reactiveReverse)
  }

  /// Days on which the clock was changed but the readings do not show it.
  private func noteDayLengths(
    _ profile: LoadProfile, _ source: Source, _ findings: inout [LoadFinding]
  ) {
    for change in profile.clockChanges {
      guard let range = profile.range(of: change.date) else { continue }
      let present = range.reduce(0) { $0 + (SlotValue.isMissing(profile.active[$1]) ? 0 : 1) }
      guard present == profile.intervalsPerDay, present != range.count else { continue }
      add(
        .dayLength(date: change.date, found: present, expected: range.count), source,
        to: &findings)
    }
  }
}
