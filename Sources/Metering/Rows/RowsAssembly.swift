import Documents
import Quantities
import Use

/// Makes series of the rows of a table.
struct RowsAssembly {
  let text: LoadText
  let plan: RowsPlan
  var gathered: RowsGathered
  var series: [MeterSeries] = []
  var findings: [LoadFinding] = []
  var notes: [RowsNote] = []
  private var offsets: Set<Int> = []
  private var scales: [ScaleKey: DecimalScale] = [:]

  private struct ScaleKey: Hashable {
    let unit: LoadUnit
    let seconds: Int
    let factor: Rate
  }

  init(text: LoadText, plan: RowsPlan, gathered: RowsGathered) {
    self.text = text
    self.plan = plan
    self.gathered = gathered
  }

  mutating func run() {
    for track in gathered.tracks {
      if track.key.isDial { addDial(track) } else { addIntervals(track) }
    }
    let zone = seriesZone
    for index in series.indices { series[index].zone = zone }
    if let zone = plan.zone, !plan.base.pattern.hasOffset { notes.append(.zone(zone.name)) }
    checkSums()
  }

  /// The zone months are cut in: the one that is known, or the one offset of all stamps.
  private var seriesZone: CivilZone? {
    if let zone = plan.zone { return zone }
    guard plan.base.pattern.hasOffset else { return nil }
    for track in gathered.tracks { for stamp in track.stamps { if !isKnown(stamp) { return nil } } }
    return gathered.tracks.first?.stamps.first?.offset.map { CivilZone(offset: $0) }
  }

  private func isKnown(_ stamp: RowStamp) -> Bool {
    stamp.offset == gathered.tracks.first?.stamps.first?.offset
  }

  private func name(_ track: RowTrack) -> String {
    gathered.record.accounts.text(track.key.account)
  }

  private mutating func addIntervals(_ track: RowTrack) {
    // Hours are numbered, and wide rows laid out, by the starts of their intervals.
    var side = plan.base.side
    if plan.reasons.contains(.hours) { side = .start }
    if case .wide = plan.base.layout.shape { side = .start }
    let clock = RowClock(zone: plan.zone, meaning: side == .start ? .start : .end)
    let reading = clock.read(track)
    tell(reading, of: track)
    guard let lengths = lengths(track, reading) else { return }
    var readings: ContiguousArray<SeriesReading> = []
    readings.reserveCapacity(track.stamps.count)
    for (index, stamp) in track.stamps.enumerated() {
      guard let instant = reading.instants[index] else { continue }
      let seconds = declaredLength(stamp) ?? lengths.length(of: instant, side: side)
      guard let energy = energy(track, index, seconds: seconds) else { continue }
      readings.append(
        SeriesReading(
          start: side == .start ? instant : instant - Int64(seconds), seconds: seconds,
          energy: energy, quality: stamp.quality, line: stamp.line))
    }
    add(track, readings)
  }

  private mutating func lengths(_ track: RowTrack, _ reading: RowClock.Reading) -> RowLengths? {
    var fallback: Int? = plan.base.intervalSeconds
    if case .long(let columns) = plan.base.layout.shape, !plan.reasons.contains(.hours),
      columns.endColumn == nil, plan.base.doubt != nil
    {
      fallback = nil
    }
    let instants = reading.instants.compactMap { $0 }
    if case .wide = plan.base.layout.shape {
      return RowLengths([], fallback: plan.base.intervalSeconds)
    }
    if plan.reasons.contains(.hours) { return RowLengths([], fallback: 3600) }
    guard let lengths = RowLengths(instants, fallback: fallback) else {
      if let first = track.stamps.first {
        gathered.record.add(.rows(.unknownLength), account: track.key.account, at: first.range)
      }
      return nil
    }
    return lengths
  }

  /// The length from a start to an end of the same row; an end may be the interval's last minute or
  /// second.
  private func declaredLength(_ stamp: RowStamp) -> Int? {
    guard let end = stamp.end else { return nil }
    var seconds = Int(end - stamp.wall)
    if seconds <= 0 { seconds += 86_400 }
    for shift in [0, 60, 1] where StampSurvey.lengths.contains(seconds + shift) {
      return seconds + shift
    }
    // A length of its own, unless a change of the clock may have made it.
    let days: Int64 = 2 * 86_400
    let mayBeClock =
      plan.zone?.hasTransition(after: stamp.wall - days, before: stamp.wall + days) ?? false
    return !mayBeClock && seconds % 300 == 0 && seconds <= 86_400 ? seconds : nil
  }

  /// The energy of a value; nothing for one that is too large, which is told.
  private mutating func energy(_ track: RowTrack, _ index: Int, seconds: Int) -> Int64? {
    let value = track.values[index]
    guard let mantissa = value.mantissa else { return LoadProfile.missing }
    let scale = scale(track.unit, seconds, plan.base.options.multiplier ?? .one)
    return energy(
      scale.energy(mantissa, fractionDigits: value.fractionDigits), track, value.range)
  }

  private mutating func energy(
    _ value: DecimalValue, _ track: RowTrack, _ range: Range<Int>
  ) -> Int64? {
    let account = track.key.account
    switch value {
    case .energy(let energy): return energy
    case .rounded(let energy):
      gathered.record.rounded[account, default: 0] += 1
      return energy
    case .missing, .unreadable: return nil
    case .tooFine:
      gathered.record.add(
        .tooFine(text: cell(range), heading: track.name), account: account, at: range)
    case .tooLarge:
      gathered.record.add(
        .tooLarge(text: cell(range), heading: track.name), account: account, at: range)
    }
    return nil
  }

  private mutating func scale(_ unit: LoadUnit, _ seconds: Int, _ factor: Rate) -> DecimalScale {
    let key = ScaleKey(unit: unit, seconds: seconds, factor: factor)
    if let scale = scales[key] { return scale }
    let scale = DecimalScale(unit: unit, intervalSeconds: seconds, multiplier: factor)
    scales[key] = scale
    return scale
  }

  /// The text of a cell.
  func cell(_ range: Range<Int>) -> String {
    text.withBytes { String(decoding: $0[range], as: UTF8.self) }
  }

  private mutating func addDial(_ track: RowTrack) {
    let reading = RowClock(zone: plan.zone, meaning: .start).read(track)
    tell(reading, of: track)
    let differences = DialDifferences(track, reading.instants)
    for fault in differences.faults { tell(fault, of: track) }
    var readings: ContiguousArray<SeriesReading> = []
    readings.reserveCapacity(differences.steps.count)
    for step in differences.steps {
      let seconds = Int(step.end - step.start)
      // The limit of a mean power is told of the reading that ends the stretch.
      let scale = scale(track.unit, seconds, step.factor)
      guard
        let energy = energy(
          scale.energy(step.units, fractionDigits: WrittenNumber.mostFractionDigits), track,
          track.values[step.reading].range)
      else { continue }
      readings.append(
        SeriesReading(
          start: step.start, seconds: seconds, energy: energy,
          line: track.stamps[step.reading].line))
    }
    noteRollovers(differences, track)
    let factor = track.multipliers.last?.factor ?? .one
    notes.append(.dials(channel: track.name, multiplier: factor.description))
    add(track, readings)
  }

  private mutating func noteRollovers(_ differences: DialDifferences, _ track: RowTrack) {
    let rollovers = differences.steps.filter(\.isRollover)
    guard let first = rollovers.first else { return }
    findings.append(
      LoadFinding(
        .rows(
          .rollover(
            first: cell(track.stamps[first.reading].range),
            from: cell(track.values[first.before].range),
            to: cell(track.values[first.reading].range))),
        account: name(track), count: rollovers.count))
  }

  private mutating func tell(_ fault: DialDifferences.Fault, of track: RowTrack) {
    let evidence: RowsEvidence
    let reading: Int
    switch fault {
    case .decrease(let index, let before):
      reading = index
      evidence = .decrease(
        from: cell(track.values[before].range), to: cell(track.values[index].range),
        line: track.stamps[before].line)
    case .contradiction(let index, let before):
      reading = index
      evidence = .dialContradiction(
        at: cell(track.stamps[index].range),
        values: [cell(track.values[before].range), cell(track.values[index].range)],
        line: track.stamps[before].line)
    case .factor(let index, let before):
      reading = index
      evidence = .multiplierChange(
        from: track.multiplier(of: before).description, to: track.multiplier(of: index).description)
    case .pause(let index, let seconds):
      reading = index
      evidence = .longPause(days: Int(seconds / 86_400))
    }
    gathered.record.add(
      .rows(evidence), account: track.key.account, at: track.values[reading].range)
  }

  private mutating func add(_ track: RowTrack, _ readings: ContiguousArray<SeriesReading>) {
    guard !readings.isEmpty else { return }
    let isPower = track.unit.isPower && !track.key.isDial
    func series(
      _ measure: SeriesMeasure, _ direction: FlowDirection, _ unit: String,
      _ readings: ContiguousArray<SeriesReading>
    ) -> MeterSeries {
      MeterSeries(
        meter: name(track), measure: measure, direction: direction, unit: unit, readings: readings)
    }
    let active = isPower ? SeriesMeasure.activePower : .activeEnergy
    let reactive = isPower ? SeriesMeasure.reactivePower : .reactiveEnergy
    let (unit, reactiveUnit) = (track.unit.rawValue, track.unit.reactiveName)
    switch track.key.channel {
    case .active: self.series.append(series(active, .imported, unit, readings))
    case .exported: self.series.append(series(active, .exported, unit, readings))
    case .reactiveForward:
      self.series.append(series(reactive, .imported, reactiveUnit, readings))
    case .reactiveReverse:
      self.series.append(series(reactive, .exported, reactiveUnit, readings))
    case .reactive:
      var (forward, reverse) = (readings, readings)
      for index in readings.indices where readings[index].energy != LoadProfile.missing {
        forward[index].energy = max(readings[index].energy, 0)
        reverse[index].energy = max(-readings[index].energy, 0)
      }
      self.series.append(series(reactive, .imported, reactiveUnit, forward))
      self.series.append(series(reactive, .exported, reactiveUnit, reverse))
    }
  }
}
