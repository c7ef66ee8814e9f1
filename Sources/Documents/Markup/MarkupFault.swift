import Quantities

/// A slip in the spelling of a document, found by ``MarkupScanner``.
struct MarkupFault: Error {

  /// Where the scan stood when it noticed; what is marked may lie before.
  let noticedAt: Int

  let range: SourceRange
  let code: String
  let message: Message
  let hint: Message?

  func diagnostic(in source: SourceText) -> Diagnostic {
    // Of a file without text there is nothing to show.
    if source.utf8.isEmpty {
      return Diagnostic(file: source.file, code: code, message: message, hint: hint)
    }
    return Diagnostic(at: range, in: source, code: code, message: message, hint: hint)
  }
}
