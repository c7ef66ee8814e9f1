import Documents
import Quantities

/// What a check of files found, to be shown as text or JSON.
package struct CheckReport: Sendable {
  private let diagnostics: [Diagnostic]

  private let fileCount: Int

  /// Makes a report.
  ///
  /// - Parameters:
  ///   - diagnostics: What was found.
  ///   - fileCount: The files that were read.
  package init(_ diagnostics: [Diagnostic], fileCount: Int) {
    self.diagnostics = diagnostics
    self.fileCount = fileCount
  }

  /// The findings as a JSON document.
  package var json: JSONValue {
    [
      "diagnostics": .array(
        diagnostics.map { diagnostic in
          [
            "file": .string(diagnostic.file),
            "line": diagnostic.line.map(JSONValue.count) ?? nil,
            "column": diagnostic.column.map(JSONValue.count) ?? nil,
            "code": .string(diagnostic.code), "severity": .string(diagnostic.severity.rawValue),
            "text": .string(say(diagnostic.sentence)),
            "hint": .text(diagnostic.advice.map(say)),
          ]
        })
    ]
  }

  /// The findings as text, with a count at the end.
  package var text: String {
    let errors = diagnostics.filter { $0.severity == .error }.count
    let others = diagnostics.count - errors
    let summary: Message
    switch (errors, others) {
    case (0, 0): summary = "no slip found in \(Message.counted(fileCount, "file"))"
    case (0, let others): summary = "no error, \(Message.counted(others, "warning"))"
    case (let errors, 0): summary = Message.counted(errors, "error")
    case (let errors, let others):
      summary = "\(Message.counted(errors, "error")), \(Message.counted(others, "warning"))"
    }
    return DiagnosticText.render(diagnostics, say: say) + say(summary) + "\n"
  }
}
