import Quantities
import Use

/// Puts the readings of a channel in order of time and merges what is told twice.
struct SeriesSettler {
  /// 10 GW: no account draws more. [mW]
  private static let limit: Int128 = 10_000_000_000_000
  private static let mostTold = 20

  let repairs: LoadRepairs
  /// Turns an instant into words; the clock is that of the zone the channel is read in.
  let zone: CivilZone
  private var findings: [(evidence: LoadEvidence, line: Int?, count: Int)] = []

  /// Readings of one interval that say different things.
  private struct Rivals {
    var count = 0
    var first: Int64?
  }

  private init(repairs: LoadRepairs, zone: CivilZone) {
    self.repairs = repairs
    self.zone = zone
  }

  /// Settles a channel; its readings are given up.
  ///
  /// - Parameters:
  ///   - series: The channel, its readings in the order of the files.
  ///   - repairs: What may be done to readings at fault.
  ///   - zone: The zone in which moments are told.
  /// - Returns: Its readings in order of time, with what was found.
  static func settle(
    _ series: consuming MeterSeries, repairs: LoadRepairs, zone: CivilZone
  ) -> SettledChannel {
    var settler = SeriesSettler(repairs: repairs, zone: zone)
    var readings = series.readings
    series.readings = []
    settler.sort(&readings)
    settler.dropUnmetered(&readings)
    settler.merge(&readings)
    settler.checkSizes(&readings, isReactive: series.measure.isReactive, series.direction)
    settler.noteQuality(readings)
    return SettledChannel(
      meter: series.meter, register: series.register, measure: series.measure,
      direction: series.direction, unit: series.unit, readings: readings,
      intervalSeconds: commonLength(readings), zone: series.zone, dayStarts: series.dayStarts,
      findings: settler.findings)
  }

  /// The commonest length; of equals, one that fits a day, else the earliest.
  static func commonLength(_ readings: ContiguousArray<SeriesReading>) -> Int {
    var counts: [Int: (count: Int, order: Int)] = [:]
    var run = (seconds: 0, count: 0)
    func close() {
      guard run.count > 0 else { return }
      let known = counts[run.seconds] ?? (0, counts.count)
      counts[run.seconds] = (known.count + run.count, known.order)
    }
    for reading in readings {
      if reading.seconds == run.seconds {
        run.count += 1
      } else {
        close()
        run = (reading.seconds, 1)
      }
    }
    close()
    func rank(_ length: Int, _ entry: (count: Int, order: Int)) -> (Int, Int, Int) {
      (-entry.count, 86_400 % length == 0 ? 0 : 1, entry.order)
    }
    return counts.min { rank($0.key, $0.value) < rank($1.key, $1.value) }?.key ?? 0
  }

  private func moment(_ instant: Int64) -> LocalTime { LocalTime(instant: instant, in: zone) }

  private mutating func add(_ evidence: SeriesEvidence, line: Int? = nil, count: Int = 1) {
    findings.append((.series(evidence), line, count))
  }

  private mutating func sort(_ readings: inout ContiguousArray<SeriesReading>) {
    guard readings.count > 1 else { return }
    var descents = 0
    for index in 1..<readings.count where readings[index].start < readings[index - 1].start {
      descents += 1
    }
    guard descents > 0 else { return }
    let newestFirst = descents == readings.count - 1
    add(.unsorted(newestFirst: newestFirst), count: descents)
    readings.sort { ($0.start, $0.seconds, $0.line) < ($1.start, $1.seconds, $1.line) }
  }

  private mutating func dropUnmetered(_ readings: inout ContiguousArray<SeriesReading>) {
    guard repairs.requiresActual else { return }
    var dropped: [ReadingQuality: Int] = [:]
    for index in readings.indices
    where readings[index].quality != .actual && readings[index].energy != LoadProfile.missing {
      dropped[readings[index].quality, default: 0] += 1
      readings[index].energy = LoadProfile.missing
    }
    for (quality, count) in dropped.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      add(.notActualDropped(quality: quality), count: count)
    }
  }

  /// Keeps one of equal readings, and tells of those that differ or lie over one another.
  private mutating func merge(_ readings: inout ContiguousArray<SeriesReading>) {
    guard readings.count > 1 else { return }
    var kept = 0
    var repeated = Rivals()
    var overlapping = Rivals()
    var overlapLines = (first: 0, second: 0)
    var resolved = Rivals()
    var contradictions: [(first: SeriesReading, second: SeriesReading)] = []
    var contradictory = 0
    for index in 1..<readings.count {
      let reading = readings[index]
      let last = readings[kept]
      if reading.start == last.start, reading.seconds == last.seconds {
        if reading.energy == last.energy {
          repeated.count += 1
          repeated.first = repeated.first ?? reading.start
        } else if let rule = repairs.duplicates {
          resolved.count += 1
          resolved.first = resolved.first ?? reading.start
          readings[kept] = Self.choice(last, reading, rule)
        } else {
          // Neither counts until somebody says which.
          readings[kept].energy = LoadProfile.missing
          contradictory += 1
          if contradictions.count < Self.mostTold { contradictions.append((last, reading)) }
        }
        continue
      }
      // A stamp a little off the grid seems to lie over its neighbour until it is moved.
      if reading.start < last.end - Int64(repairs.snapSeconds ?? GridPlacement.tolerance) {
        overlapping.count += 1
        if overlapping.first == nil { overlapLines = (Int(last.line), Int(reading.line)) }
        overlapping.first = overlapping.first ?? reading.start
        continue
      }
      kept += 1
      readings[kept] = reading
    }
    readings.removeLast(readings.count - kept - 1)
    if let first = repeated.first { add(.repeated(first: moment(first)), count: repeated.count) }
    if let first = resolved.first, let rule = repairs.duplicates {
      add(.resolved(rule: rule.rawValue, first: moment(first)), count: resolved.count)
    }
    if let first = overlapping.first {
      add(
        .overlapping(at: moment(first), line: overlapLines.first), line: overlapLines.second,
        count: overlapping.count)
    }
    for (first, second) in contradictions {
      add(
        .contradictory(
          at: moment(first.start), line: Int(first.line),
          values: [first, second].map { Self.words($0.energy) }), line: Int(second.line))
    }
    if contradictory > contradictions.count {
      findings.append((.moreConflicts, nil, contradictory - contradictions.count))
    }
  }

  private static func choice(
    _ old: SeriesReading, _ new: SeriesReading, _ rule: LoadRepairs.DuplicateRule
  ) -> SeriesReading {
    switch rule {
    case .first: return old.line <= new.line ? old : new
    case .last: return old.line <= new.line ? new : old
    case .max: return new.energy > old.energy ? new : old
    case .quality: return new.quality.rawValue < old.quality.rawValue ? new : old
    }
  }

  private static func words(_ energy: Int64) -> String {
    energy == LoadProfile.missing
      ? "none" : "\(Energy(millijoules: Int128(energy)).quantity) kWh"
  }

  private mutating func checkSizes(
    _ readings: inout ContiguousArray<SeriesReading>, isReactive: Bool, _ direction: FlowDirection
  ) {
    var large = Rivals()
    var line = 0
    var negative = Rivals()
    var fed: Int128 = 0
    for index in readings.indices where readings[index].energy != LoadProfile.missing {
      let reading = readings[index]
      if Int128(reading.energy.magnitude) >= Self.limit * Int128(reading.seconds) {
        if large.first == nil { line = Int(reading.line) }
        large.count += 1
        large.first = large.first ?? reading.start
      }
      guard reading.energy < 0, !isReactive, direction != .exported else { continue }
      negative.count += 1
      negative.first = negative.first ?? reading.start
      guard repairs.netsNegatives else { continue }
      fed -= Int128(reading.energy)
      readings[index].energy = 0
    }
    if let first = large.first {
      add(.tooLarge(first: moment(first)), line: line, count: large.count)
    }
    guard let first = negative.first else { return }
    if repairs.netsNegatives {
      add(
        .netted(kilowattHours: Energy(millijoules: fed).quantity.description),
        count: negative.count)
    } else {
      add(.negative(first: moment(first)), count: negative.count)
    }
  }

  private mutating func noteQuality(_ readings: ContiguousArray<SeriesReading>) {
    var found: [ReadingQuality: (count: Int, first: Int64, energy: Int128)] = [:]
    for reading in readings where reading.quality != .actual {
      guard reading.energy != LoadProfile.missing else { continue }
      var entry = found[reading.quality] ?? (0, reading.start, 0)
      entry.count += 1
      entry.energy += Int128(reading.energy)
      found[reading.quality] = entry
    }
    for (quality, entry) in found.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      add(
        .notActual(
          quality: quality, first: moment(entry.first),
          kilowattHours: Energy(millijoules: entry.energy).quantity.description),
        count: entry.count)
    }
  }
}
