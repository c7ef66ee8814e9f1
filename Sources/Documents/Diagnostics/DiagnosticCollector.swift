/// Gathers diagnostics while a file is read, so that a user sees all of them at once.
package struct DiagnosticCollector: Sendable {

  /// In the order in which they were found.
  package private(set) var diagnostics: [Diagnostic] = []

  package private(set) var hasErrors = false

  package init() {}

  /// Sorted by file and place.
  package var sorted: [Diagnostic] { diagnostics.sorted() }

  package mutating func add(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
    if diagnostic.severity == .error { hasErrors = true }
  }

  package mutating func add(_ more: some Sequence<Diagnostic>) {
    for diagnostic in more { add(diagnostic) }
  }

  /// Does `work`; what is wrong with its file is kept, and the answer is then `nil`.
  package mutating func collect<Value>(
    _ work: () throws(DiagnosticsError) -> Value
  ) -> Value? {
    do {
      return try work()
    } catch {
      add(error.diagnostics)
      return nil
    }
  }

  /// Throws all diagnostics, warnings too, if there is an error among them.
  package func throwIfErrors() throws(DiagnosticsError) {
    if hasErrors { throw DiagnosticsError(diagnostics) }
  }
}
