/// Whether a text is written with colours, which only a terminal shows.
package enum Ink: Sendable, Hashable {

  /// Nothing but the text: what files, pipes and other programs are given.
  case plain

  /// With the sequences of a terminal (ECMA-48, SGR) around what is to be seen first.
  case coloured

  /// The ink of what is being written.
  ///
  /// It is bound once, where a text goes to a terminal, and every part of the text asks for it; all
  /// that is not bound is plain.
  @TaskLocal package static var current: Ink = .plain

  /// Why a piece of a text looks other than the rest.
  package enum Role: Sendable, Hashable, CaseIterable {
    /// A title, or whom it is about.
    case heading
    /// What costs money without need.
    case cost
    /// What is wrong.
    case error
    /// What may be wrong.
    case warning
    /// What may be passed over.
    case note

    /// The role of a severity, by the word that answers for programs have.
    package init(severity: String) {
      switch severity {
      case "saving": self = .cost
      case "error": self = .error
      case "warning": self = .warning
      default: self = .note
      }
    }

    /// Red and magenta are read on black and on white; the rest needs no colour.
    fileprivate var code: String {
      switch self {
      case .heading: "1"
      case .cost: "31"
      case .error: "1;31"
      case .warning: "1;35"
      case .note: "2"
      }
    }
  }

  /// A piece of one line in the present ink.
  ///
  /// - Parameters:
  ///   - text: The piece; room is measured before it is painted, since colours take none.
  ///   - role: Why it looks other than the rest; nothing for what does not.
  /// - Returns: The piece, which ends without colour.
  package static func paint(_ text: String, _ role: Role?) -> String {
    guard let role, current == .coloured, !text.isEmpty else { return text }
    return "\u{1B}[\(role.code)m\(text)\u{1B}[0m"
  }
}
