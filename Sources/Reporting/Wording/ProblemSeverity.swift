/// How much a problem or a note matters.
package enum ProblemSeverity: String, Sendable, Hashable, CaseIterable {
  /// There is no answer.
  case error
  /// There is one; a person should look at it.
  case warning
  /// Worth knowing.
  case info
}
