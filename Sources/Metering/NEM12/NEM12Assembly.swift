import Documents
import Quantities

/// Makes series of the channels of a NEM12 file that was without fault.
struct NEM12Assembly {
  /// The market's clock, which is never changed. [s]
  static let offset = 36_000

  let text: LoadText
  let channels: [NEM12Channel]
  let notes: [NEM12Note]

  func file() -> SeriesFile {
    var file = SeriesFile(name: text.name, format: .nem12, encoding: text.encoding)
    var notes = self.notes
    if text.encoding != .utf8 { file.notes.append(.encoding(text.encoding.rawValue)) }
    for channel in channels {
      let direction: FlowDirection
      switch channel.stream {
      case .master(_, let flow): direction = flow
      case .average(_, let flow):
        guard !hasMaster(besides: channel) else {
          notes.append(.averageBesideMaster(stream: channel.name))
          continue
        }
        notes.append(.average(stream: channel.name))
        direction = flow
      case .check, .other: continue
      }
      file.series.append(
        MeterSeries(
          meter: channel.key.point, register: channel.key.suffix, measure: channel.key.measure,
          direction: direction, unit: channel.unit, readings: channel.keptReadings(),
          zone: CivilZone(offset: Self.offset)))
      file.findings += findings(of: channel)
    }
    file.notes += notes.map { .nem12($0) }
    return file
  }

  /// Whether the billed meter's own stream of the same energy is in the file.
  private func hasMaster(besides channel: NEM12Channel) -> Bool {
    guard case .average(let isReactive, let direction) = channel.stream else { return false }
    return channels.contains {
      $0.key.point == channel.key.point && $0.stream == .master(isReactive: isReactive, direction)
    }
  }

  private func findings(of channel: NEM12Channel) -> [LoadFinding] {
    var findings: [LoadFinding] = []
    if let first = channel.replaced.min() {
      findings.append(
        LoadFinding(
          .nem12(.replacedDays(first: CalendarDate(dayNumber: first).description)),
          account: channel.key.point, subject: Message(verbatim: channel.name),
          count: channel.replaced.count))
    }
    if let first = channel.repeated.min() {
      findings.append(
        LoadFinding(
          .nem12(.repeatedDays(first: CalendarDate(dayNumber: first).description)),
          account: channel.key.point, subject: Message(verbatim: channel.name),
          count: channel.repeated.count))
    }
    if channel.rounded > 0 {
      findings.append(LoadFinding(.rounded, account: channel.key.point, count: channel.rounded))
    }
    return findings
  }
}
