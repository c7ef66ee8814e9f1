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
      let hint =
        finding.advice.map { Ink.paint("   \(say("hint: \($0)"))", .note) + "\n" } ?? ""
      let word = finding.severity.rawValue
      let severity = Ink.paint(say(Message(word: word)), Ink.Role(severity: word))
      return "\(place)\(severity): \(say(finding.sentence)) [\(finding.code.rawValue)]\n\(hint)"
    }.joined()
  }
}
