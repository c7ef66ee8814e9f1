import Quantities
import Use

/// The readings of a channel laid on the intervals of whole days.
struct GridPlacement {
  /// Readings further off the grid than this are an error unless asked otherwise. [s]
  static let tolerance = 30

  let grid: DayGrid
  let snapSeconds: Int?
  /// Energy by interval; `SlotValue.unseen` where there is none. [mJ or mvar·s]
  private(set) var values: [Int64]
  /// Stretches told by one longer reading each.
  private(set) var coarse: [Range<Int>] = []
  private(set) var findings: [(evidence: LoadEvidence, line: Int?, count: Int)] = []

  private var offGrid = (count: 0, first: Int64(0), line: 0, most: 0)
  private var snapped = (count: 0, most: 0)
  private var others: [Int: (count: Int, first: Int64)] = [:]
  private var collisions = (count: 0, first: Int64(0), line: 0)
  /// Parts of intervals told by shorter readings: their energy and the time they cover.
  private var parts: [Int: (energy: Int64, seconds: Int)] = [:]

  init(_ readings: ContiguousArray<SeriesReading>, on grid: DayGrid, snap: Int?) {
    self.grid = grid
    snapSeconds = snap
    values = Array(repeating: SlotValue.unseen, count: grid.count)
    var hint = 0
    for reading in readings { place(reading, &hint) }
    completeParts()
    note()
  }

  private mutating func place(_ reading: SeriesReading, _ hint: inout Int) {
    var (position, behind) = grid.place(of: reading.start, from: &hint)
    let interval = grid.intervalSeconds
    let isPart = reading.seconds < interval && interval % reading.seconds == 0
    if isPart {
      let off = behind % reading.seconds
      guard off == 0 else { return noteOffGrid(reading, min(off, reading.seconds - off)) }
      return addPart(reading, at: position)
    }
    if behind > 0 {
      let off = min(behind, interval - behind)
      guard off <= snapSeconds ?? Self.tolerance else { return noteOffGrid(reading, off) }
      if behind > interval / 2 { position += 1 }
      snapped.count += 1
      snapped.most = max(snapped.most, off)
      guard values.indices.contains(position) else { return }
    }
    // A stamp that was moved a little may be a reading that lasts a little longer or shorter.
    let length = (reading.seconds + interval / 2) / interval
    guard length > 0, abs(length * interval - reading.seconds) <= snapSeconds ?? Self.tolerance
    else { return noteOther(reading) }
    length == 1 ? lay(reading, at: position) : spread(reading, at: position, over: length)
  }

  private mutating func lay(_ reading: SeriesReading, at position: Int) {
    let value = reading.energy == LoadProfile.missing ? SlotValue.empty : reading.energy
    guard values[position] == SlotValue.unseen else { return noteCollision(reading) }
    values[position] = value
  }

  /// Shares a longer reading out evenly, so that the shares add up to it.
  private mutating func spread(_ reading: SeriesReading, at position: Int, over length: Int) {
    noteOther(reading)
    let range = position..<(position + length)
    guard values.indices.contains(range.upperBound - 1),
      values[range].allSatisfy({ $0 == SlotValue.unseen })
    else { return noteCollision(reading) }
    guard reading.energy != LoadProfile.missing else {
      for index in range { values[index] = SlotValue.empty }
      return
    }
    var given: Int64 = 0
    for (index, target) in range.enumerated() {
      let reached = Int64(Int128(reading.energy) * Int128(index + 1) / Int128(length))
      values[target] = reached - given
      given = reached
    }
    coarse.append(range)
  }

  private mutating func addPart(_ reading: SeriesReading, at position: Int) {
    noteOther(reading)
    guard reading.energy != LoadProfile.missing else { return }
    var part = parts[position] ?? (0, 0)
    part.energy += reading.energy
    part.seconds += reading.seconds
    parts[position] = part
  }

  private mutating func completeParts() {
    for (position, part) in parts where values[position] == SlotValue.unseen {
      values[position] = part.seconds == grid.intervalSeconds ? part.energy : SlotValue.empty
    }
  }

  private mutating func noteOther(_ reading: SeriesReading) {
    let known = others[reading.seconds] ?? (0, reading.start)
    others[reading.seconds] = (known.count + 1, known.first)
  }

  private mutating func noteOffGrid(_ reading: SeriesReading, _ off: Int) {
    if offGrid.count == 0 {
      offGrid.first = reading.start
      offGrid.line = Int(reading.line)
    }
    offGrid.count += 1
    offGrid.most = max(offGrid.most, off)
  }

  private mutating func noteCollision(_ reading: SeriesReading) {
    if collisions.count == 0 {
      collisions.first = reading.start
      collisions.line = Int(reading.line)
    }
    collisions.count += 1
  }

  private mutating func note() {
    func moment(_ instant: Int64) -> LocalTime { LocalTime(instant: instant, in: grid.zone) }
    func add(_ evidence: SeriesEvidence, _ line: Int?, _ count: Int) {
      findings.append((.series(evidence), line, count))
    }
    if offGrid.count > 0 {
      add(
        .offGrid(
          first: moment(offGrid.first), seconds: grid.intervalSeconds, mostSeconds: offGrid.most),
        offGrid.line, offGrid.count)
    }
    if snapped.count > 0 { add(.snapped(mostSeconds: snapped.most), nil, snapped.count) }
    if collisions.count > 0 {
      add(
        .overlapping(at: moment(collisions.first), line: collisions.line), collisions.line,
        collisions.count)
    }
    for (seconds, found) in others.sorted(by: { $0.key < $1.key }) {
      add(
        .mixedLengths(
          seconds: grid.intervalSeconds, foundSeconds: seconds, first: moment(found.first)), nil,
        found.count)
    }
  }
}
