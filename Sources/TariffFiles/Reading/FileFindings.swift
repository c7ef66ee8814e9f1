import Documents
import Quantities

/// Gathers what is wrong with one file while it is read, so that all of it is reported at once.
///
/// Shared by everything that reads the file.
final class FileFindings {

  /// The file.
  let source: SourceText

  /// What was found so far.
  private(set) var collector = DiagnosticCollector()

  private var seen: Set<Diagnostic> = []

  init(_ source: SourceText) { self.source = source }

  /// Whether something was found that makes the file unusable.
  var hasErrors: Bool { collector.hasErrors }

  /// Keeps a fault at a place of the file.
  func report(
    _ code: TariffFileCode, at range: SourceRange, _ message: Message, hint: Message? = nil,
    severity: DiagnosticSeverity = .error
  ) {
    let diagnostic = Diagnostic(
      at: range, in: source, code: code.rawValue, severity: severity, message: message, hint: hint)
    // Rules that several tariffs share are read once for each of them.
    guard seen.insert(diagnostic).inserted else { return }
    collector.add(diagnostic)
  }

  /// The line a place is in, for messages that name a second place.
  func line(of range: SourceRange) -> Int {
    source.location(ofByteOffset: range.lowerBound).line
  }
}
