import Quantities

/// A channel whose readings are in order of time, each stretch told once.
struct SettledChannel: Sendable {
  let meter: String
  let register: String
  let measure: SeriesMeasure
  let direction: FlowDirection
  let unit: String
  /// In order; none lies over another.
  var readings: ContiguousArray<SeriesReading>
  /// The length of most of the time. [s]
  let intervalSeconds: Int
  let zone: CivilZone?
  let dayStarts: [Int64]
  /// What was found while settling them, without the account's name.
  var findings: [(evidence: LoadEvidence, line: Int?, count: Int)]

  /// The name of the channel in messages.
  var name: String { register.isEmpty ? meter : "\(meter)/\(register)" }
  /// Whether a finding keeps it from being billed.
  var isFaulty: Bool { findings.contains { $0.evidence.severity == .error } }
}
