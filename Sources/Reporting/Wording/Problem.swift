import Documents
import Quantities

/// What stands between a question and its answer, in words.
package struct Problem: Error, Sendable, Hashable, Worded {
  /// The stable name of this kind of problem, such as `no-price-in-force`.
  package let code: String
  /// Whether there is an answer in spite of it.
  package let severity: ProblemSeverity
  /// One sentence: what was found, and what was expected.
  package let sentence: Message
  /// What to do about it.
  package let advice: Message?
  /// What the program ends with: 1 where an input file is wrong, 3 where the question has no
  /// answer, 64 where the command line is wrong.
  package let exitCode: Int

  /// Makes a problem.
  package init(
    code: String, severity: ProblemSeverity = .error, message: Message, hint: Message? = nil,
    exitCode: Int
  ) {
    self.code = code
    self.severity = severity
    sentence = message
    advice = hint
    self.exitCode = exitCode
  }
}

extension Problem {
  /// The problem as it stands on standard error, each line ended by a line feed.
  package var text: String {
    DiagnosticText.head(severity.rawValue, sentence, code: code, say: say)
      + DiagnosticText.hint(advice, say: say)
  }

  /// What the program ends with when several problems were found: a wrong command line is mended
  /// first, then the files; only then is it known whether there is an answer.
  package static func exitCode(of problems: some Sequence<Problem>) -> Int {
    let codes = Set(problems.filter { $0.severity == .error }.map(\.exitCode))
    return [64, 1, 3].first(where: codes.contains) ?? 0
  }
}
