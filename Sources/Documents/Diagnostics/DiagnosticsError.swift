/// One or more files are wrong; everything found is in here, sorted by place.
package struct DiagnosticsError: Error, Sendable, Hashable {

  /// At least one.
  package let diagnostics: [Diagnostic]

  /// An error that reports `diagnostics`, of which there must be at least one.
  package init(_ diagnostics: [Diagnostic]) {
    precondition(!diagnostics.isEmpty, "an error without diagnostics tells the user nothing")
    self.diagnostics = diagnostics.sorted()
  }

  package init(_ diagnostic: Diagnostic) {
    self.init([diagnostic])
  }
}
