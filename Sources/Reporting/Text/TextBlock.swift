import Documents

/// Running text cut into lines of a terminal.
package enum TextBlock {
  /// The room of a line of text.
  package static let width = 96

  /// Cuts a text at blanks; words wider than the room are cut anywhere.
  ///
  /// - Parameters:
  ///   - text: One paragraph.
  ///   - lead: What stands before its first line; the other lines are indented as far.
  ///   - width: Cells of a line, lead included.
  /// - Returns: At least one line.
  package static func lines(
    _ text: String, lead: String = "", width: Int = TextBlock.width
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
      // A citation in Chinese has no blanks; it is cut between characters.
      for character in word {
        let cells = DisplayWidth.of(String(character))
        if used + cells > room, used > 0 {
          lines.append(line)
          (line, used) = ("", 0)
        }
        line.append(character)
        used += cells
      }
    }
    lines.append(line)
    let blank = String(repeating: " ", count: indent)
    return lines.enumerated().map { $0 == 0 ? lead + $1 : blank + $1 }
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
