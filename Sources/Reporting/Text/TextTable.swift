import Documents

/// A table in a terminal of fixed cells: columns are aligned by the room characters take, so that
/// Chinese names and Latin ones stand in one table.
package struct TextTable: Sendable {
  /// How the cells of a column stand under each other.
  package enum Alignment: Sendable, Hashable {
    /// Texts.
    case left
    /// Figures that end alike.
    case right
    /// Figures with a decimal point, which stands in one column.
    case point
  }

  /// A column.
  package struct Column: Sendable, Hashable {
    /// How its cells stand under each other.
    package let alignment: Alignment
    /// Blanks before it.
    package let gap: Int

    /// Makes a column.
    package init(_ alignment: Alignment, gap: Int = 2) {
      self.alignment = alignment
      self.gap = gap
    }
  }

  private enum Row {
    case cells([String])
    case rule(Set<Int>)
  }

  private let columns: [Column]
  private var rows: [Row] = []

  /// Makes an empty table; the first column's gap is its indentation.
  package init(_ columns: [Column]) { self.columns = columns }

  /// Adds a row; cells left out at its end are blank.
  package mutating func add(_ cells: [String]) {
    precondition(cells.count <= columns.count, "a row has no more cells than the table has columns")
    rows.append(.cells(cells.map(Printable.text)))
  }

  /// Adds a rule under some columns.
  package mutating func addRule(under columns: Set<Int>) { rows.append(.rule(columns)) }

  /// Adds an empty line.
  package mutating func addBlank() { rows.append(.cells([])) }

  /// The cells a whole row takes.
  package var width: Int { zip(columns, widths).reduce(0) { $0 + $1.0.gap + $1.1 } }

  /// The rows as lines, without blanks at their ends.
  package var lines: [String] {
    let widths = widths
    let pointWidths = columns.indices.map { index in
      texts(in: index).map(Self.widthBeforePoint).max() ?? 0
    }
    return rows.map { row in
      var line = ""
      for (index, column) in columns.enumerated() {
        let cell: String
        switch row {
        case .cells(let cells): cell = index < cells.count ? cells[index] : ""
        case .rule(let under):
          cell = under.contains(index) ? String(repeating: "─", count: widths[index]) : ""
        }
        let room = widths[index] - DisplayWidth.of(cell)
        let before: Int
        switch column.alignment {
        case .left: before = 0
        case .right: before = room
        case .point:
          // A rule fills the column; figures move until their points meet.
          before = cell.isEmpty ? 0 : min(room, pointWidths[index] - Self.widthBeforePoint(cell))
        }
        line += Self.blanks(column.gap + before) + cell + Self.blanks(room - before)
      }
      return Self.trimmed(line)
    }
  }

  private var widths: [Int] {
    columns.enumerated().map { index, column in
      let texts = texts(in: index)
      guard column.alignment == .point else { return texts.map { DisplayWidth.of($0) }.max() ?? 0 }
      let before = texts.map(Self.widthBeforePoint).max() ?? 0
      let after = texts.map { DisplayWidth.of($0) - Self.widthBeforePoint($0) }.max() ?? 0
      return before + after
    }
  }

  private func texts(in column: Int) -> [String] {
    rows.compactMap { row in
      guard case .cells(let cells) = row, column < cells.count, !cells[column].isEmpty else {
        return nil
      }
      return cells[column]
    }
  }

  /// Cells before the decimal point, or before the unit of a figure that has none.
  private static func widthBeforePoint(_ text: String) -> Int {
    guard let point = text.firstIndex(of: ".") ?? text.firstIndex(of: " ") else {
      return DisplayWidth.of(text)
    }
    return DisplayWidth.of(text[..<point])
  }

  private static func blanks(_ count: Int) -> String {
    String(repeating: " ", count: max(0, count))
  }

  private static func trimmed(_ line: String) -> String {
    var line = Substring(line)
    while line.last == " " { line.removeLast() }
    return String(line)
  }
}
