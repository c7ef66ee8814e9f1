/// Gathers diagnostics while a file is read, so that a user sees all of them at once.
package struct DiagnosticCollector: Sendable {

  /// In the order in which they were found.
  package private(set) var diagnostics: [Diagnostic] = []

  package private(set) var hasErrors = false

  /// Whom what is added next is about, where a table has rows of many; nothing for a file's own
  /// faults.
  package var subject: String?
  /// Errors that are about somebody's rows alone.
  package private(set) var errorsBySubject: [String: [Diagnostic]] = [:]

  package init() {}

  /// Whether there is an error that is not about somebody's rows alone.
  package var hasOwnErrors: Bool {
    let theirs = errorsBySubject.values.reduce(0) { $0 + $1.count }
    return diagnostics.reduce(0) { $0 + ($1.severity == .error ? 1 : 0) } > theirs
  }

  /// Sorted by file and place.
  package var sorted: [Diagnostic] { diagnostics.sorted() }

  package mutating func add(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
    guard diagnostic.severity == .error else { return }
    hasErrors = true
    if let subject { errorsBySubject[subject, default: []].append(diagnostic) }
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
