/// A string literal of a source file as a format: `{0}`, `{1}`… stand where figures are put in.
package struct SourceLiteral: Sendable, Hashable {
  /// The words with numbered places.
  package let format: String
  /// What stands before it on its line or the line above, without blanks at the end.
  package let before: String

  /// Every literal of a Swift source, those inside of interpolations too.
  ///
  /// - Parameter source: The text of the file.
  /// - Returns: The literals in the order they begin.
  package static func all(in source: String) -> [SourceLiteral] {
    var reader = SourceLiteralReader(Array(source))
    reader.read(to: nil)
    return reader.literals
  }
}

/// Reads Swift far enough to tell strings from comments and code.
private struct SourceLiteralReader {
  var literals: [SourceLiteral] = []
  private let text: [Character]
  private var at = 0

  init(_ text: [Character]) { self.text = text }

  private func starts(with word: String) -> Bool {
    text[at...].starts(with: word)
  }

  private mutating func skip(past word: String) {
    while at < text.count, !starts(with: word) { at += 1 }
    at += word.count
  }

  /// Reads code up to the bracket that closes it, or to the end.
  mutating func read(to close: Character?) {
    var depth = 0
    while at < text.count {
      let character = text[at]
      switch character {
      case "/" where starts(with: "//"): skip(past: "\n")
      case "/" where starts(with: "/*"): skip(past: "*/")
      case "#" where starts(with: "#/"): skip(past: "/#")
      case "\"": readString()
      case ")" where depth == 0 && close == ")":
        at += 1
        return
      default:
        at += 1
        depth += character == "(" ? 1 : character == ")" ? -1 : 0
      }
    }
  }

  private mutating func readString() {
    let start = at
    let isLong = starts(with: "\"\"\"")
    at += isLong ? 3 : 1
    var words = ""
    var place = 0
    let index = literals.count
    literals.append(SourceLiteral(format: "", before: ""))
    while at < text.count, !(isLong ? starts(with: "\"\"\"") : text[at] == "\"") {
      guard text[at] == "\\" else {
        words.append(text[at])
        at += 1
        continue
      }
      at += 1
      let escaped = text[at]
      at += 1
      switch escaped {
      case "(":
        words += "{\(place)}"
        place += 1
        read(to: ")")
      case "n": words.append("\n")
      case "t": words.append("\t")
      // The line break of a long string that is no break of the text.
      case "\n": words.append("\u{1}")
      case "u":
        let end = text[at...].firstIndex(of: "}") ?? at
        let digits = String(text[(at + 1)..<end])
        words.unicodeScalars.append(UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) ?? " ")
        at = end + 1
      default: words.append(escaped)
      }
    }
    let indent = text[..<at].reversed().prefix { $0 == " " }.count
    at += isLong ? 3 : 1
    literals[index] = SourceLiteral(
      format: isLong ? Self.unindented(words, by: indent) : words,
      before: String(text[max(0, start - 60)..<start]).trimmedAtEnd)
  }

  private static func unindented(_ words: String, by indent: Int) -> String {
    let lines = words.replacing("\u{1}", with: "\u{1}\n").split(
      separator: "\n", omittingEmptySubsequences: false)
    let kept = lines.dropFirst().dropLast().map { $0.dropFirst(indent) }
    return kept.joined(separator: "\n").replacing("\u{1}\n", with: "")
  }
}

extension String {
  fileprivate var trimmedAtEnd: String {
    var text = Substring(self)
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
