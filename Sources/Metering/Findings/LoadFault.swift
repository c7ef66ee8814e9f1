import Documents
import Quantities

/// Makes diagnostics about a load file as a whole: its heading, its encoding, its quoting.
struct LoadFault {
  let text: LoadText

  /// What is wrong with a stretch of the text.
  func error(
    _ code: String, at range: Range<Int>?, _ message: Message, hint: Message? = nil
  ) -> DiagnosticsError {
    DiagnosticsError(diagnostic(code, at: range, message, hint: hint))
  }

  /// A diagnostic that quotes the line where the file is small enough to be held twice.
  func diagnostic(
    _ code: String, at range: Range<Int>?, severity: DiagnosticSeverity = .error,
    _ message: Message, hint: Message? = nil
  ) -> Diagnostic {
    guard let range else {
      return Diagnostic(
        file: text.name, code: code, severity: severity, message: message, hint: hint)
    }
    guard let source = text.sourceText() else {
      var finder = PlaceFinder(text)
      let place = finder.location(of: range.lowerBound)
      return Diagnostic(
        file: text.name, sheet: text.sheet?.name, line: place.line, code: code, severity: severity,
        message: "column \(place.column): \(message)", hint: hint)
    }
    return Diagnostic(
      at: SourceRange(range.lowerBound, range.upperBound), in: source, code: code,
      severity: severity, message: message, hint: hint)
  }
}
