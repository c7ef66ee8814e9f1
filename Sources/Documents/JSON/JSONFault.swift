/// A slip in a JSON text.
struct JSONFault: Error, Sendable, Hashable {

  let range: SourceRange
  let code: String
  let message: String
  let hint: String?

  init(_ code: String, at range: SourceRange, _ message: String, hint: String? = nil) {
    self.range = range
    self.code = code
    self.message = message
    self.hint = hint
  }

  func error(in source: SourceText) -> DiagnosticsError {
    DiagnosticsError(
      Diagnostic(at: range, in: source, code: code, message: message, hint: hint))
  }
}
