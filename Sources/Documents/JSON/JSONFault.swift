import Quantities

/// A slip in a JSON text.
struct JSONFault: Error, Sendable, Hashable {

  let range: SourceRange
  let code: String
  let message: Message
  let hint: Message?

  init(_ code: String, at range: SourceRange, _ message: Message, hint: Message? = nil) {
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
