import Documents

/// One pass over a feed in UTF-8.
final class GreenButtonParse {
  private let file: String
  private let stream: MarkupFieldStream
  private let handler: GreenButtonHandler
  private var outcome: MarkupOutcome?
  private var endedEarly = false

  init(file: String) {
    self.file = file
    stream = MarkupFieldStream(fields: GreenButtonField.all)
    handler = GreenButtonHandler(stream)
  }

  /// Reads on; says whether there is any use in more.
  func feed(_ bytes: UnsafeRawBufferPointer) -> Bool {
    let goesOn = stream.feed(bytes, to: handler)
    endedEarly = !goesOn
    return goesOn
  }

  /// Whether the parser stopped at a byte or character that no XML in UTF-8 holds.
  var isBadlyEncoded: Bool {
    guard endedEarly || end() != .complete, case .refused(let refusal) = end(),
      case .malformed(let code) = refusal.reason
    else { return false }
    return code == 9 || code == 81
  }

  /// What was read.
  ///
  /// - Throws: Why nothing of it may be used.
  func finish() throws(DiagnosticsError) -> GreenButtonFeed {
    switch end() {
    case .complete, .stopped: break
    case .refused(let refusal): throw DiagnosticsError(diagnostic(refusal))
    }
    let feed = handler.takeFeed()
    let faults = feed.diagnostics(file: file)
    guard feed.isESPI else { throw DiagnosticsError(notGreenButton()) }
    guard faults.isEmpty else { throw DiagnosticsError(faults) }
    guard feed.pool.count > 0 || !feed.withoutLength.isEmpty else {
      throw DiagnosticsError(
        Diagnostic(
          file: file, code: "load-empty", message: "the feed holds \(feed.contents)",
          hint: "the feed with the interval blocks is a file of its own"))
    }
    return feed
  }

  private func end() -> MarkupOutcome {
    if let outcome { return outcome }
    let ended = stream.finish(handler)
    outcome = ended
    return ended
  }

  private func diagnostic(_ refusal: MarkupRefusal) -> Diagnostic {
    guard case .malformed(let code) = refusal.reason else { return refusal.diagnostic(file: file) }
    let line = refusal.line ?? stream.line
    if code == 5, handler.isClosed {
      return Diagnostic(
        file: file, line: line, code: "second-root",
        message: "a second document begins in this line, but a file holds one",
        hint: "give each feed a file of its own")
    }
    if !endedEarly, !isBadlyEncoded {
      return Diagnostic(
        file: file, line: line, code: "document-end",
        message: "the file breaks off in this line; nothing of it was used",
        hint: "download it again")
    }
    return refusal.diagnostic(file: file)
  }

  private func notGreenButton() -> Diagnostic {
    let known = [GreenButtonField.atom, GreenButtonField.espi, GreenButtonField.customerData]
    if let namespace = handler.root?.namespace, known.contains(namespace) {
      return Diagnostic(
        file: file, code: "load-empty",
        message: "the feed holds no UsagePoint, no ReadingType and no readings",
        hint: "the feed with the interval blocks is a file of its own")
    }
    let name = LoadEvidence.quoted(handler.root?.name ?? "")
    let isUnnamed = handler.root.map { $0.namespace == nil } ?? false
    return Diagnostic(
      file: file, line: 1, code: "not-green-button",
      message:
        isUnnamed
        ? "this is not an ESPI feed: its outermost element is \(name) in no namespace"
        : "this is not an ESPI feed: its outermost element is \(name)",
      hint: isUnnamed
        ? """
        the elements of Green Button are in the namespaces \(GreenButtonField.atom) and \
        \(GreenButtonField.espi)
        """ : nil)
  }
}
