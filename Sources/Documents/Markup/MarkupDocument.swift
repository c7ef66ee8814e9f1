/// A small XML file, such as a tariff, as a tree in which every part knows its place.
package struct MarkupDocument: Sendable {

  /// The largest file that becomes a tree: 16 MiB, a hundred times a large tariff.
  static let sizeLimit = 16 << 20

  package let source: SourceText
  package let root: MarkupElement

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: Where the file is.
  ///   - file: Its name in messages; the path if absent.
  /// - Returns: The whole document.
  /// - Throws: Why the file cannot be read, or the first slip in its text.
  package static func read(
    _ path: String, as file: String? = nil
  ) throws(DiagnosticsError) -> MarkupDocument {
    try parse(SourceText.read(path, as: file))
  }

  /// Reads a text.
  ///
  /// - Throws: The first slip in the text, explained at its place.
  package static func parse(_ source: SourceText) throws(DiagnosticsError) -> MarkupDocument {
    if source.utf8.count > sizeLimit {
      throw DiagnosticsError(
        Diagnostic(
          file: source.file, code: "file-too-large",
          message: """
            the file has \(source.utf8.count) bytes, more than the \(sizeLimit) that are \
            read as one document
            """))
    }
    var scanner = MarkupScanner(source)
    if let diagnostic = scanner.encodingDiagnostic() { throw DiagnosticsError(diagnostic) }
    var fault: MarkupFault?
    do {
      try scanner.scan()
    } catch {
      fault = error
    }

    let stream = MarkupStream()
    let builder = MarkupTreeBuilder(source: source, tokens: scanner.tokens)
    source.utf8.withUnsafeBytes { bytes in _ = stream.feed(bytes, to: builder) }
    let outcome = stream.finish(builder)
    if case .refused(let refusal) = outcome {
      throw DiagnosticsError(explain(refusal, fault: fault, source: source))
    }
    if let fault { throw DiagnosticsError(fault.diagnostic(in: source)) }
    guard case .complete = outcome, let root = builder.root else {
      // Scan and parser read the same text differently: a fault of ours, but no reason to guess at
      // what the file says.
      throw DiagnosticsError(
        Diagnostic(
          file: source.file, line: stream.line, code: "not-well-formed",
          message: "the places of the file's elements cannot be told from here on",
          hint: "please report this file"))
    }
    return MarkupDocument(source: source, root: root)
  }

  /// The scan's explanation, unless the parser stumbled over something before it.
  private static func explain(
    _ refusal: MarkupRefusal, fault: MarkupFault?, source: SourceText
  ) -> Diagnostic {
    guard let fault else { return refusal.diagnostic(in: source) }
    let noticed = source.location(ofByteOffset: fault.noticedAt).line
    if let line = refusal.line, line < noticed, case .malformed(let code) = refusal.reason,
      !MarkupCode(code).isAboutTheEnd
    {
      return refusal.diagnostic(in: source)
    }
    return fault.diagnostic(in: source)
  }
}
