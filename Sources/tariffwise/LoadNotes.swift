import Metering

/// What interval data made us notice, for standard error.
enum LoadNotes {
  /// A line for each thing a person should know.
  static func text(_ findings: [LoadFinding]) -> String {
    findings.map { finding in
      let place = finding.place.map { "\($0): " } ?? ""
      let hint = finding.hint.map { "   hint: \($0)\n" } ?? ""
      return
        "\(place)\(finding.severity.rawValue): \(finding.text) [\(finding.code.rawValue)]\n\(hint)"
    }.joined()
  }
}
