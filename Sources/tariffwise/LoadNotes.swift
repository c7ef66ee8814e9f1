import Documents
import Metering
import Quantities
import Reporting

/// What interval data made us notice, for standard error.
enum LoadNotes {
  /// A line for each thing a person should know.
  static func text(_ findings: [LoadFinding]) -> String {
    findings.map { finding in
      let place = finding.place.map { "\($0): " } ?? ""
      return place
        + DiagnosticText.head(
          finding.severity.rawValue, finding.sentence, code: finding.code.rawValue, say: say)
        + DiagnosticText.hint(finding.advice, say: say)
    }.joined()
  }
}
