import Documents
import Quantities

/// Makes series of the readings of channels.
struct GreenButtonSeries {
  private(set) var series: [MeterSeries] = []
  private(set) var findings: [LoadFinding] = []

  private let file: String
  private let channels: [GreenButtonChannel]
  /// The series of a block, by position; nothing where it is left out.
  private var seriesOfBlock: [Int?]
  private var tallies: [GreenButtonTally] = []
  private var faults: [Diagnostic] = []

  init(_ channels: [GreenButtonChannel], of feed: GreenButtonFeed, file: String) {
    self.file = file
    self.channels = channels
    seriesOfBlock = Array(repeating: nil, count: feed.blocks.count)
    for channel in channels { add(channel, of: feed) }
  }

  private mutating func add(_ channel: GreenButtonChannel, of feed: GreenButtonFeed) {
    let count = channel.blocks.reduce(0) { $0 + feed.blocks[$1].readings.count }
    let line = feed.blocks[channel.blocks[0]].line
    switch channel.verdict {
    case .refused(let code, let message, let hint):
      faults.append(
        Diagnostic(
          file: file, line: channel.type.unreadable?.line ?? channel.type.line, code: code,
          message: message, hint: hint))
    case .leftOut(let unit, let reason):
      note(.leftOut(channel: unit, reason: reason), channel, line: line, count: count)
    case .used(let measure, let direction, let unit, let scale):
      for block in channel.blocks { seriesOfBlock[block] = series.count }
      tallies.append(GreenButtonTally(scale: scale, type: channel.type))
      var made = MeterSeries(
        meter: channel.meter, register: channel.register, measure: measure, direction: direction,
        unit: unit, zone: zone(of: channel))
      made.readings.reserveCapacity(count)
      made.dayStarts = channel.blocks.compactMap { feed.blocks[$0].dayStart }
      series.append(made)
      remark(channel, direction, of: feed, line: line, count: count)
    }
  }

  private mutating func note(
    _ evidence: GreenButtonEvidence, _ channel: GreenButtonChannel, line: Int, count: Int = 1
  ) {
    findings.append(
      LoadFinding(
        .greenButton(evidence), account: channel.meter, place: .line(line, of: file), count: count))
  }

  private mutating func remark(
    _ channel: GreenButtonChannel, _ direction: FlowDirection, of feed: GreenButtonFeed, line: Int,
    count: Int
  ) {
    let type = channel.type
    if !channel.isLinked { note(.typeAssumed(line: type.line), channel, line: line, count: count) }
    if direction == .unknown {
      note(
        .directionUnknown(code: type[.flowDirection].map { Int($0) }), channel, line: type.line)
    }
    if type[.accumulationBehaviour] ?? 0 == 0, type[.intervalLength] == nil {
      note(.deltaAssumed, channel, line: type.line)
    }
    let without = channel.blocks.compactMap { feed.withoutLength[$0] }
    if var lengths = without.first {
      for other in without.dropFirst() { lengths.add(other) }
      let seconds = Message.list(lengths.seconds.map(String.init), separator: " or ")
      note(
        .noLength(seconds: seconds), channel, line: lengths.firstLine, count: lengths.count)
    }
  }

  private mutating func zone(of channel: GreenButtonChannel) -> CivilZone? {
    guard let clock = channel.clock else { return nil }
    switch clock.zone {
    case .zone(let zone, let isRounded):
      if isRounded { note(.clockRounded, channel, line: clock.line) }
      return zone
    case .unreadable(let reason):
      note(.clockUnreadable(reason), channel, line: clock.line)
      return nil
    }
  }

  /// Moves the readings of a feed into the series.
  ///
  /// - Throws: What is wrong with channels or readings, and that no channel is of electricity.
  mutating func fill(from feed: inout GreenButtonFeed) throws(DiagnosticsError) {
    guard faults.isEmpty else { throw DiagnosticsError(faults) }
    guard !series.isEmpty else { throw nothingToBill() }
    let blocks = feed.blocks
    var block = 0
    feed.pool.drain { position, reading in
      while position >= blocks[block].readings.upperBound { block += 1 }
      guard let index = seriesOfBlock[block] else { return }
      let order = position - blocks[block].readings.lowerBound
      if let made = tallies[index].reading(reading, order: order, in: blocks[block]) {
        series[index].readings.append(made)
      }
    }
    let used = channels.filter { if case .used = $0.verdict { true } else { false } }
    for (channel, tally) in zip(used, tallies) {
      faults += tally.diagnostics(file: file)
      if let rounded = tally.rounded {
        note(.rounded, channel, line: rounded.line, count: rounded.count)
      }
      if let decimals = tally.decimals {
        note(.decimals, channel, line: decimals.line, count: decimals.count)
      }
    }
    guard faults.isEmpty else { throw DiagnosticsError(faults) }
  }

  private func nothingToBill() -> DiagnosticsError {
    let texts = findings.map(\.sentence)
    let shown = texts.prefix(5).joined(separator: "; ")
    let more: Message =
      texts.count > 5 ? " (and \(texts.count - 5) channels more)" : ""
    return DiagnosticsError(
      Diagnostic(
        file: file, line: findings.first?.place?.line, code: "load-empty",
        message: "no readings of electric energy or power by interval: \(shown)\(more)",
        hint: "ask the utility for interval data of electricity (uom 72, accumulationBehaviour 4)"))
  }
}
