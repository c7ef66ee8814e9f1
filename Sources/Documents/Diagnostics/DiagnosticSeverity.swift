/// Whether a file can be used in spite of what was found.
package enum DiagnosticSeverity: String, Sendable, Hashable, Comparable, CaseIterable {

  /// The file must be corrected first.
  case error

  /// The file can be used; a person should look at it.
  case warning

  /// Errors come before warnings.
  package static func < (left: DiagnosticSeverity, right: DiagnosticSeverity) -> Bool {
    left == .error && right == .warning
  }
}
