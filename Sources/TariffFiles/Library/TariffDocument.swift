import Documents

/// A file that was opened and is known to be a tariff file of some kind.
struct TariffDocument {

  /// What every first element is marked with.
  static let namespace = "urn:tariffwise:1"

  let kind: TariffFileKind
  let root: ElementReader
  var findings: FileFindings { root.findings }

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - path: Where the file is.
  ///   - file: Its name in messages.
  /// - Throws: What is wrong with it as a text, or that it is no tariff file.
  init(_ path: String, as file: String) throws(DiagnosticsError) {
    let document = try MarkupDocument.read(path, as: file)
    let findings = FileFindings(document.source)
    root = ElementReader(document.root, findings)
    let names = TariffFileKind.allCases.map(\.rawValue)
    guard let kind = TariffFileKind(rawValue: document.root.name) else {
      root.report(
        .notATariffFile,
        """
        the file begins with <\(document.root.name)>; \
        \(Printable.alternatives(names.map { "<\($0)>" })) is expected
        """,
        hint: Suggestion.nearest(to: document.root.name, in: names).map { "did you mean <\($0)>?" })
      throw DiagnosticsError(findings.collector.diagnostics)
    }
    self.kind = kind
    guard document.root.namespace == Self.namespace else {
      root.report(
        .wrongNamespace,
        document.root.namespace.isEmpty
          ? """
          <\(document.root.name)> is not marked as a tariff file; xmlns="\(Self.namespace)" is \
          expected in it
          """
          : """
          <\(document.root.name)> is marked xmlns=\(Printable.quote(document.root.namespace)), \
          but "\(Self.namespace)" is expected
          """,
        hint: "write <\(document.root.name) xmlns=\"\(Self.namespace)\" …>")
      throw DiagnosticsError(findings.collector.diagnostics)
    }
  }
}
