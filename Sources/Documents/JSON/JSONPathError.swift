import Quantities

/// A value of a JSON document is not what its reader needs.
package struct JSONPathError: Error, Sendable, Hashable, Worded {

  /// What is wrong.
  package enum Problem: Sendable, Hashable {
    case missing
    case unexpected(expected: Message, found: Message)

    /// A member that the reader does not know, and the names of those it does.
    case unknown(known: [String])

    /// A value of the right kind with a wrong content, as a sentence without its subject:
    /// `must be between 0 and 1`.
    case refused(Message)
  }

  package let path: JSONPath
  package let problem: Problem

  package init(_ problem: Problem, at path: JSONPath) {
    self.path = path
    self.problem = problem
  }

  /// One sentence: `rows[3].total is a string, but must be a number`.
  package var sentence: Message {
    let place: Message =
      path.steps.isEmpty ? "the document" : Message(verbatim: path.description)
    return switch problem {
    case .missing: "\(place) is missing"
    case .unexpected(let expected, let found): "\(place) is \(found), but must be \(expected)"
    case .unknown: "\(place) is not known here"
    case .refused(let words): "\(place) \(words)"
    }
  }

  package var advice: Message? {
    guard case .unknown(let known) = problem, case .key(let key)? = path.steps.last else {
      return nil
    }
    return Suggestion.hint(for: key, in: known)
  }

  /// The error as one about the text that was read; what is missing is missed where its parent
  /// begins.
  ///
  /// - Parameters:
  ///   - source: The text.
  ///   - offset: Where the value begins, for texts of one object per line.
  /// - Returns: The error with its place.
  package func error(in source: SourceText, from offset: Int = 0) -> DiagnosticsError {
    DiagnosticsError(
      Diagnostic(
        at: JSONText.range(of: path, in: source, from: offset), in: source, code: "json-content",
        message: sentence, hint: advice))
  }
}
