import Documents

/// Running text cut into lines of a terminal.
package enum TextBlock {
  /// The room of a line of text.
  package static let width = 96

  /// Marks that close what is before them and do not begin a line.
  private static let closing: Set<Character> = [
    "，", "。", "；", "：", "、", "！", "？", "）", "”", "」", "〕", "》", "…",
  ]
  /// Marks that open what follows them and do not end a line.
  private static let opening: Set<Character> = ["（", "“", "「", "〔", "《"]

  /// Cuts a text at blanks and between Chinese characters; what is wider than the room without
  /// either is cut anywhere.
  ///
  /// - Parameters:
  ///   - text: One paragraph.
  ///   - lead: What stands before its first line; the other lines are indented as far.
  ///   - width: Cells of a line, lead included.
  ///   - leadRole: Why the lead looks other than the text.
  ///   - role: Why the text looks other than the rest.
  /// - Returns: At least one line.
  package static func lines(
    _ text: String, lead: String = "", width: Int = TextBlock.width,
    leadRole: Ink.Role? = nil, role: Ink.Role? = nil
  ) -> [String] {
    let indent = DisplayWidth.of(lead)
    let room = max(10, width - indent)
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in Printable.text(text).split(separator: " ") {
      let size = DisplayWidth.of(word)
      if used > 0, used + 1 + size > room {
        lines.append(line)
        (line, used) = ("", 0)
      }
      if used > 0 {
        line += " "
        used += 1
      }
      for piece in pieces(of: word) {
        let cells = DisplayWidth.of(piece)
        if used > 0, used + cells > room {
          lines.append(line)
          (line, used) = ("", 0)
        }
        for character in piece {
          let cells = DisplayWidth.of(String(character))
          if used > 0, used + cells > room {
            lines.append(line)
            (line, used) = ("", 0)
          }
          line.append(character)
          used += cells
        }
      }
    }
    lines.append(line)
    let blank = String(repeating: " ", count: indent)
    return lines.enumerated().map {
      ($0 == 0 ? Ink.paint(lead, leadRole) : blank) + Ink.paint($1, role)
    }
  }

  /// What stands together in a text without blanks: figures and Latin words whole, Chinese
  /// characters each with the marks that belong to it.
  private static func pieces(of word: Substring) -> [String] {
    var pieces: [String] = []
    var last: Character?
    for character in word {
      let isNarrow = DisplayWidth.of(String(character)) < 2
      let belongs = last.map { last in
        closing.contains(character) || opening.contains(last)
          || isNarrow && DisplayWidth.of(String(last)) < 2
      }
      if belongs == true, let end = pieces.indices.last {
        pieces[end].append(character)
      } else {
        pieces.append(String(character))
      }
      last = character
    }
    return pieces
  }

  /// Lines under a title, after an empty line; nothing where there are none.
  package static func section(_ title: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : ["", Ink.paint(title, .heading)] + lines
  }

  /// Two texts at the ends of a line; where they do not fit, the second stands on the next line.
  package static func ends(_ left: String, _ right: String, width: Int) -> [String] {
    let gap = width - DisplayWidth.of(left) - DisplayWidth.of(right)
    guard gap >= 2 else {
      let indent = max(0, width - DisplayWidth.of(right))
      return [left, String(repeating: " ", count: indent) + right]
    }
    return [left + String(repeating: " ", count: gap) + right]
  }
}
