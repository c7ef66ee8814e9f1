/// A column of a sheet to be written.
package struct WorkbookColumn: Sendable, Hashable {

  package let heading: String

  /// How wide it is [characters].
  package let width: Int

  /// The format of its total and of cells that a user fills.
  package let format: WorkbookFormat

  /// Whether the row of totals adds it up.
  package let isSummed: Bool

  /// Whether its texts are broken into lines where they are wider than it.
  package let wraps: Bool

  /// The lines a text takes where it is broken to fit, at blanks and between Chinese characters.
  func lineCount(_ text: String) -> Int {
    // The indentation, and letters wider than digits.
    let room = max(1, width - 3)
    return plainLines(text).reduce(0) { count, line in
      var (lines, used) = (1, 0)
      for word in line.split(separator: " ") {
        let cells = DisplayWidth.of(word)
        let begins = used == 0 ? 0 : used + 1
        if begins + cells <= room {
          used = begins + cells
        } else if cells <= room {
          (lines, used) = (lines + 1, cells)
        } else {
          // A long word goes on where the line has room, and over as many as it needs; a Chinese
          // character may leave a cell at the end of each.
          let line = max(1, room - 1)
          lines += (begins + cells - 1) / line
          used = (begins + cells - 1) % line + 1
        }
      }
      return count + lines
    }
  }

  private func plainLines(_ text: String) -> [Substring] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
  }

  package init(
    _ heading: String, width: Int = 12, format: WorkbookFormat = .general, isSummed: Bool = false,
    wraps: Bool = false
  ) {
    self.heading = heading
    self.width = width
    self.format = format
    self.isSummed = isSummed
    self.wraps = wraps
  }
}
