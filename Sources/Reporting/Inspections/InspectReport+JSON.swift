import Documents
import Metering
import Quantities

extension InspectReport {
  /// The files as a JSON document.
  package var json: JSONValue { ["files": .array(entries.map(Self.json))] }

  private static func json(_ entry: Entry) -> JSONValue {
    switch entry {
    case .read(let inspection):
      return [
        "file": .string(inspection.file), "format": .string(inspection.format.rawValue),
        "encoding": .string(inspection.encoding.rawValue),
        "channels": .array(inspection.channels.map(json)),
        "findings": .array(inspection.findings.map(json)),
        "notes": .array(inspection.notes.map { .string(say($0.sentence)) }),
      ]
    case .refused(let file, let diagnostics):
      return [
        "file": .string(file), "format": nil, "encoding": nil, "channels": [],
        "findings": .array(
          diagnostics.map { diagnostic in
            [
              "code": .string(diagnostic.code), "severity": .string(diagnostic.severity.rawValue),
              "text": .string(say(diagnostic.sentence)),
              "hint": .text(diagnostic.advice.map(say)), "count": 1,
              "place": .text(diagnostic.place),
            ]
          }),
        "notes": [],
      ]
    }
  }

  private static func json(_ channel: ChannelSummary) -> JSONValue {
    [
      "meter": .string(channel.meter), "register": .string(channel.register),
      "quantity": .string(channel.measure.rawValue), "unit": .string(channel.unit),
      "direction": .string(channel.direction.rawValue),
      "interval_s": .count(channel.intervalSeconds), "intervals": .count(channel.intervals),
      "missing": .count(channel.missing), "start": .text(channel.start?.description),
      "end": .text(channel.end?.description), "zone": .text(channel.zone),
      "total": .exact(channel.total), "max_demand_kw": .exact(channel.maximum),
      "max_demand_at": .text(channel.maximumStart?.description),
      "months": .array(
        channel.months.map { month in
          [
            "month": .string(month.month.description), "total": .exact(month.total),
            "max_demand_kw": .exact(month.maximum), "intervals": .count(month.intervals),
            "missing": .count(month.missing),
          ]
        }),
    ]
  }

  private static func json(_ finding: LoadFinding) -> JSONValue {
    [
      "code": .string(finding.code.rawValue), "severity": .string(finding.severity.rawValue),
      "text": .string(say(finding.sentence)), "hint": .text(finding.advice.map(say)),
      "count": .count(finding.count),
      "place": .text(finding.place?.description),
    ]
  }
}

extension Diagnostic {
  /// Where it points, as `file:line:column`.
  var place: String? {
    line.map { line in column.map { "\(file):\(line):\($0)" } ?? "\(file):\(line)" } ?? file
  }
}
