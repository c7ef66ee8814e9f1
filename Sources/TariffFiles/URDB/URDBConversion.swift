import Documents
import Quantities
import Tariffs

/// Turns a rate of the US Utility Rate Database into a tariff file.
package enum URDBConversion {

  /// A tariff that was made.
  package struct Converted: Sendable {
    /// The file's text.
    package let text: String
    /// What was rounded or is in doubt.
    package let findings: [Diagnostic]
  }

  /// The zone that is written where none is given, which is told of.
  static let usualZone = "America/New_York"

  /// Makes a tariff.
  ///
  /// - Parameters:
  ///   - path: The rate, as the database's interface answers (`items`) or alone.
  ///   - request: What is said beside the file.
  /// - Returns: The tariff, which reads without errors.
  /// - Throws: All that keeps the rate from being carried, each by its key and place.
  package static func tariff(
    from path: String, _ request: URDBRequest
  ) throws(DiagnosticsError) -> Converted {
    try tariff(from: try SourceText.read(path, encoding: .utf8), request)
  }

  static func tariff(
    from source: SourceText, _ request: URDBRequest
  ) throws(DiagnosticsError) -> Converted {
    var reader = URDBReader(source, request)
    let rate = try reader.read()
    if request.timeZone == nil {
      reader.findings.add(
        Diagnostic(
          file: source.file, code: "urdb-zone", severity: .warning,
          message: "the database tells no time zone; \(usualZone) is written",
          hint: "give the utility's own with --zone, such as --zone America/Los_Angeles"))
    }
    let writer = URDBWriter(
      rate: rate, id: request.id ?? id(of: rate), timeZone: request.timeZone ?? usualZone)
    let text = writer.text
    let document = try MarkupDocument.parse(SourceText(file: "tariff.xml", text: text))
    let findings = FileFindings(document.source)
    _ = TariffReader(findings: findings, shared: SharedFiles())
      .read(ElementReader(document.root, findings))
    reader.findings.add(findings.collector.diagnostics)
    try reader.findings.throwIfErrors()
    return Converted(text: text, findings: reader.findings.sorted)
  }

  /// `us-` and the rate's label, or its title where it has none.
  private static func id(of rate: URDBRate) -> String {
    "us-" + URDBName.slug(rate.label ?? rate.title)
  }
}
