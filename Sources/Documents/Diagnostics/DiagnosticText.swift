import Quantities

/// Diagnostics as people read them in a terminal.
///
/// ```
/// 2026-03.xml:26:58: error: the 5 components add up to 0.5648, but the row says 0.5720 [price-total]
///    26 |     <row voltage="220kV">     0.5720  0.4093   0.0169    0.0719
///       |                                                          ^^^^^^
///    hint: two digits of "transmission" may be swapped: 0.0791 would make the total right
/// ```
package enum DiagnosticText {

  /// The narrowest gutter; line numbers above 99 999 widen it.
  private static let gutter = 5

  /// All of `diagnostics`, in the order given, each ended by a line feed.
  ///
  /// - Parameters:
  ///   - diagnostics: What is wrong.
  ///   - say: Puts a sentence into the reader's language.
  /// - Returns: The text.
  package static func render(
    _ diagnostics: some Sequence<Diagnostic>, say: (Message) -> String = \.description
  ) -> String {
    diagnostics.reduce(into: "") { $0 += render($1, say: say) }
  }

  /// One diagnostic, each of its lines ended by a line feed.
  package static func render(
    _ diagnostic: Diagnostic, say: (Message) -> String = \.description
  ) -> String {
    let severity = diagnostic.severity.rawValue
    var text = "\(diagnostic.place): "
    text += head(severity, diagnostic.sentence, code: diagnostic.code, say: say)
    if let excerpt = diagnostic.excerpt { text += render(excerpt, Ink.Role(severity: severity)) }
    return text + hint(diagnostic.advice, say: say)
  }

  /// What is wrong, as a line: `error: no price is in force [no-price-in-force]`.
  ///
  /// Lines are not cut: terminals do that, and programs look for phrases.
  ///
  /// - Parameters:
  ///   - severity: The word that tells whether there is an answer in spite of it.
  ///   - sentence: What was found, and what was expected.
  ///   - code: The stable name of this kind of fault.
  ///   - say: Puts a sentence into the reader's language.
  /// - Returns: The line, with its end.
  package static func head(
    _ severity: String, _ sentence: Message, code: String, say: (Message) -> String
  ) -> String {
    let word = Ink.paint(say(Message(word: severity)), Ink.Role(severity: severity))
    return "\(word): " + Printable.text("\(say(sentence)) [\(code)]") + "\n"
  }

  /// What to do about it, as a line of its own; nothing without advice.
  package static func hint(_ advice: Message?, say: (Message) -> String) -> String {
    guard let advice else { return "" }
    return Ink.paint(Printable.text("   \(say("hint: \(advice)"))"), .note) + "\n"
  }

  private static func render(_ excerpt: DiagnosticExcerpt, _ role: Ink.Role) -> String {
    let number = String(excerpt.line)
    let width = max(gutter, number.count)
    let blank = String(repeating: " ", count: width)
    return """
      \(blank.dropLast(number.count))\(number) | \(excerpt.text)
      \(blank) | \(painted(marks(of: excerpt), role))

      """
  }

  /// The carets alone: the blanks before them are no marks.
  private static func painted(_ marks: String, _ role: Ink.Role) -> String {
    let blank = marks.prefix { $0 != "^" }
    return blank + Ink.paint(String(marks.dropFirst(blank.count)), role)
  }

  /// Blanks up to the marked characters, then a caret for each cell they fill.
  private static func marks(of excerpt: DiagnosticExcerpt) -> String {
    let scalars = excerpt.text.unicodeScalars
    var line = ""
    for scalar in scalars.prefix(excerpt.marked.lowerBound) {
      // A tab goes as far here as in the line above.
      line += scalar == "\t" ? "\t" : String(repeating: " ", count: DisplayWidth.of(scalar))
    }
    let marked = scalars.dropFirst(excerpt.marked.lowerBound).prefix(excerpt.marked.count)
    let cells = marked.reduce(0) { $0 + DisplayWidth.of($1) }
    // Marks behind the end of the line have no character to stand under.
    return line + String(repeating: "^", count: max(1, cells + excerpt.marked.count - marked.count))
  }
}
