import Documents
import Metering
import Quantities

extension InspectReport {
  /// Channels whose months are shown; of more, the figures only.
  private static let mostCalendars = 8

  /// The files as text: figures, a calendar of each channel, findings.
  package var text: String {
    entries.map { entry in
      switch entry {
      case .read(let inspection): return Self.text(inspection)
      case .refused(let file, let diagnostics):
        return "\(file)\n  \(say("cannot be read"))\n\n"
          + DiagnosticText.render(diagnostics, say: say)
      }
    }.joined(separator: "\n")
  }

  private static func text(_ inspection: LoadInspection) -> String {
    var lines = [
      "\(inspection.file) · \(inspection.format.words) · \(inspection.encoding.rawValue)"
    ]
    for (index, channel) in inspection.channels.enumerated() {
      lines.append("")
      lines += head(of: channel)
      if index < mostCalendars { lines += ChannelCalendar(channel).lines.map { "  " + $0 } }
    }
    if inspection.channels.isEmpty { lines += ["", "  " + say("no channel can be summed up")] }
    if inspection.channels.count > mostCalendars {
      lines += [
        "",
        "  "
          + say("months are shown for the first \(mostCalendars) channels; --format json has all"),
      ]
    }
    if !inspection.findings.isEmpty { lines.append("") }
    for finding in inspection.findings {
      let place = finding.place.map { "\($0): " } ?? ""
      lines += TextBlock.lines(
        place + say(finding.sentence),
        lead: "\(finding.severity.padded)  \(finding.code.rawValue)  ")
      if let hint = finding.advice {
        lines += TextBlock.lines(say("hint: \(hint)"), lead: "              ")
      }
    }
    if !inspection.notes.isEmpty { lines.append("") }
    for note in inspection.notes {
      lines += TextBlock.lines(say(note.sentence), lead: say("note  "))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func head(of channel: ChannelSummary) -> [String] {
    let style = NumberStyle.grouped
    let name = channel.register.isEmpty ? channel.meter : "\(channel.meter)/\(channel.register)"
    let energyUnit = channel.measure.isReactive ? "kvarh" : "kWh"
    let powerUnit = channel.measure.isReactive ? "kvar" : "kW"
    var parts = [
      channel.measure.words, channel.direction.words,
      channel.unit.isEmpty ? say("no unit") : channel.unit,
      DurationWords.length(channel.intervalSeconds),
    ]
    parts.removeAll(where: \.isEmpty)
    var lines = TextBlock.lines(
      parts.joined(separator: " · "), lead: "\(name.isEmpty ? "—" : name)  ")
    if let start = channel.start, let end = channel.end {
      let zone = channel.zone.map { " (\($0))" } ?? " (\(say("stamps as written")))"
      lines.append("  \(say("\(TimeWords.moment(start)) to \(TimeWords.moment(end))"))\(zone)")
    }
    let missing: Message =
      channel.missing == 0 ? "none missing" : "\(style.count(channel.missing)) missing"
    let total = "\(style.number(channel.total.quantity)) \(energyUnit)"
    let figures = say(
      "\(style.count(channel.intervals)) intervals, \(missing) · \(total)\(highest(of: channel, powerUnit))"
    )
    return lines + ["  " + figures]
  }

  private static func highest(of channel: ChannelSummary, _ unit: String) -> Message {
    guard let maximum = channel.maximum, let start = channel.maximumStart else { return "" }
    let power = "\(NumberStyle.grouped.number(maximum)) \(unit)"
    return " · highest \(power) at \(TimeWords.moment(start))"
  }
}
