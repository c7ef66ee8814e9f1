import Documents

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
            "text": .string(diagnostic.message), "hint": .text(diagnostic.hint),
          ]
        })
    ]
  }

  /// The findings as text, with a count at the end.
  package var text: String {
    let errors = diagnostics.filter { $0.severity == .error }.count
    let others = diagnostics.count - errors
    let summary: String
    switch (errors, others) {
    case (0, 0):
      summary = "no slip found in \(fileCount) \(fileCount == 1 ? "file" : "files")\n"
    case (0, let others): summary = "no error, \(others) \(others == 1 ? "warning" : "warnings")\n"
    case (let errors, let others):
      summary =
        "\(errors) \(errors == 1 ? "error" : "errors")"
        + (others == 0 ? "\n" : ", \(others) \(others == 1 ? "warning" : "warnings")\n")
    }
    return diagnostics.isEmpty ? summary : DiagnosticText.render(diagnostics) + summary
  }
}
