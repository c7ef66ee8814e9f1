import Quantities

/// Finds the instants that stamps name, across changes of the clock.
struct RowClock {
  /// What a stamp is of, which tells how one at a change of the clock is read.
  enum Meaning: Sendable {
    /// The start of an interval, or a moment.
    case start
    /// The end of an interval.
    case end
  }

  /// What became of the stamps of a track.
  struct Reading {
    /// The instants, in the order of the file; nothing for those left out.
    var instants: ContiguousArray<Int64?>
    /// Stamps of the skipped hour that hold nothing.
    var skipped: [Int] = []
    /// Stamps of the skipped hour that hold something.
    var impossible: [Int] = []
    /// The first stamp of each repeated hour whose runs cannot be told apart, and how many there are.
    var unresolved: [(first: Int, count: Int)] = []
    /// Stamps that stand once in a repeated hour.
    var once: [Int] = []
    /// Stamps marked as repeated where no hour is.
    var unrepeated: [Int] = []
  }

  let zone: CivilZone?
  let meaning: Meaning

  /// Resolves the stamps of one track.
  func read(_ track: RowTrack) -> Reading {
    var reading = Reading(instants: [])
    reading.instants.reserveCapacity(track.stamps.count)
    var special: [Int] = []
    var window = Window()
    for (index, stamp) in track.stamps.enumerated() {
      if let offset = stamp.offset {
        reading.instants.append(stamp.wall - Int64(offset))
        continue
      }
      if stamp.isSecondRun { special.append(index) }
      guard let offset = window.offset(of: stamp.wall, in: zone) else {
        if !stamp.isSecondRun { special.append(index) }
        reading.instants.append(nil)
        continue
      }
      reading.instants.append(stamp.wall - Int64(offset))
    }
    if !special.isEmpty { resolve(special, of: track, into: &reading) }
    return reading
  }

  /// The days about a stamp, where one offset holds throughout.
  private struct Window {
    private var day = Int64.min
    private var offset: Int?

    mutating func offset(of wall: Int64, in zone: CivilZone?) -> Int? {
      guard let zone else { return 0 }
      guard !zone.transitions.isEmpty else { return zone.initialOffset }
      let day = wall / 86_400
      if day != self.day {
        self.day = day
        let isChanged = zone.hasTransition(
          after: (day - 2) * 86_400, before: (day + 3) * 86_400)
        offset = isChanged ? nil : zone.offset(at: wall)
      }
      return offset
    }
  }

  private func resolve(_ special: [Int], of track: RowTrack, into reading: inout Reading) {
    guard let zone else {
      reading.unrepeated = special
      return
    }
    var open = Set(special)
    let walls = special.map { track.stamps[$0].wall }
    let (least, most) = (walls.min() ?? 0, walls.max() ?? 0)
    for change in zone.transitions
    where change.instant > least - 3 * 86_400 && change.instant < most + 3 * 86_400 {
      let before = Int64(zone.offset(at: change.instant - 1))
      let after = Int64(change.offset)
      let bounds = (change.instant + min(before, after))..<(change.instant + max(before, after))
      let members =
        special.filter { open.contains($0) && isWithin(bounds, track, $0) }
      if after < before {
        fold(members, bounds, before, after, track, &reading)
      } else {
        gap(members, bounds, before, track, &reading)
      }
      // Members of the bounds' end belong to the change only where they were settled there.
      for member in members
      where reading.instants[member] != nil || bounds.contains(track.stamps[member].wall) {
        open.remove(member)
      }
    }
    for index in special where open.contains(index) {
      if track.stamps[index].isSecondRun {
        reading.instants[index] = nil
        reading.unrepeated.append(index)
        continue
      }
      if case .once(let instant) = zone.instants(ofWallTime: track.stamps[index].wall) {
        reading.instants[index] = instant
      }
    }
  }

  private func isWithin(_ bounds: Range<Int64>, _ track: RowTrack, _ index: Int) -> Bool {
    let wall = track.stamps[index].wall
    return bounds.contains(wall) || meaning == .end && wall == bounds.upperBound
  }

  /// Tells the two runs of an hour apart that clocks show twice.
  private func fold(
    _ members: [Int], _ bounds: Range<Int64>, _ before: Int64, _ after: Int64, _ track: RowTrack,
    _ reading: inout Reading
  ) {
    let isMarked = members.contains { track.stamps[$0].isSecondRun }
    // Ends up to 2:00 twice, instead of 1:00 twice, are those of a clock that was asked at the start.
    let atEnd = members.filter { track.stamps[$0].wall == bounds.upperBound }
    let atStart = members.filter { track.stamps[$0].wall == bounds.lowerBound }
    let countsStarts = meaning == .end && atEnd.count == 2
    let inside = members.filter { index in
      let wall = track.stamps[index].wall
      if countsStarts { return wall > bounds.lowerBound }
      return wall < bounds.upperBound
    }
    guard !inside.isEmpty else { return }
    if countsStarts {
      for index in atStart { reading.instants[index] = track.stamps[index].wall - before }
    }
    func set(_ indices: some Sequence<Int>, _ offset: Int64) {
      for index in indices { reading.instants[index] = track.stamps[index].wall - offset }
    }
    if isMarked {
      set(inside.filter { !track.stamps[$0].isSecondRun }, before)
      set(inside.filter { track.stamps[$0].isSecondRun }, after)
      return
    }
    let runs = runs(inside, track)
    switch runs.count {
    case 1:
      set(runs[0], before)
      if !isOutOfReach(runs[0], track) { reading.once += runs[0] }
    case 2 where abs(runs[1][0] - runs[0][runs[0].count - 1]) == 1:
      set(runs[0], before)
      set(runs[1], after)
    default:
      set(inside, before)
      reading.unresolved.append((inside[0], inside.count))
    }
  }

  /// Whether nothing is missing beside a run, because the track goes no further.
  private func isOutOfReach(_ run: [Int], _ track: RowTrack) -> Bool {
    run.contains(track.stamps.count - 1) && run[0] > 0
  }

  /// Cuts stamps into stretches in which they ascend, read in the direction of the file.
  private func runs(_ members: [Int], _ track: RowTrack) -> [[Int]] {
    var ascents = 0
    for index in track.stamps.indices.dropFirst() {
      let step = track.stamps[index].wall - track.stamps[index - 1].wall
      if step != 0 { ascents += step > 0 ? 1 : -1 }
    }
    let ordered = ascents >= 0 ? members : members.reversed()
    var runs: [[Int]] = []
    for index in ordered {
      if let last = runs.last?.last, track.stamps[index].wall > track.stamps[last].wall {
        runs[runs.count - 1].append(index)
      } else {
        runs.append([index])
      }
    }
    return runs
  }

  /// Leaves out what stands in an hour that clocks skip, where it holds nothing.
  private func gap(
    _ members: [Int], _ bounds: Range<Int64>, _ before: Int64, _ track: RowTrack,
    _ reading: inout Reading
  ) {
    // The interval that ends at the change ends at 2:00 or, as clocks show it then, at 3:00.
    let endsAtStart =
      meaning == .end && members.contains { track.stamps[$0].wall == bounds.lowerBound }
    for index in members {
      let wall = track.stamps[index].wall
      if meaning == .end, wall == bounds.lowerBound {
        reading.instants[index] = wall - before
        continue
      }
      if wall == bounds.upperBound, !endsAtStart { continue }
      if track.values[index].isNothing {
        reading.skipped.append(index)
      } else {
        reading.impossible.append(index)
      }
      reading.instants[index] = nil
    }
  }
}
