import Documents

/// A load file with a column of supply lines, taken apart into one text per line.
///
/// Rows of other lines are left blank, so that whatever is wrong with a row is still told with its
/// place in the file.
struct LineSplit {
  /// The text of each supply line.
  let texts: [String: [UInt8]]

  private static let headings = HeadingVocabulary([HeadingEntry("line", ["线路", "回路", "供电线路"])])

  /// Takes a file apart; nothing where it has no column of lines.
  init?(path: String, encoding: TextEncoding?) throws(DiagnosticsError) {
    // Most load files have no such column, and many are too large to be read as a table: the
    // heading alone tells.
    guard try Self.mayHaveLines(path) else { return nil }
    try self.init(SourceText.read(path, encoding: encoding))
  }

  private static func mayHaveLines(_ path: String) throws(DiagnosticsError) -> Bool {
    var heading: [UInt8] = []
    try FileSystem.readPieces(path) { piece in
      heading = Array(piece.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") })
      return false
    }
    // In UTF-16 every other byte of an English heading is zero.
    let text = String(decoding: heading.filter { $0 != 0 }, as: UTF8.self).lowercased()
    return ["line", "线路", "回路", "\u{FFFD}"].contains { text.contains($0) }
  }

  private init?(_ source: SourceText) throws(DiagnosticsError) {
    guard let table = try? Table.read(source, vocabulary: Self.headings),
      let column = table.columnIndex(of: "line")
    else { return nil }
    var problems = DiagnosticCollector()
    var lineOfRow: [Int: String] = [:]
    for row in table.rows {
      let cell = row[column]
      if cell.isEmpty {
        problems.add(row.diagnostic(code: "load-line", message: "the row names no supply line"))
      }
      lineOfRow[row.line] = cell.text
    }
    try problems.throwIfErrors()
    let heading = Self.heading(table, column)
    var texts: [String: [UInt8]] = [:]
    for name in Set(lineOfRow.values) { texts[name] = heading }
    for number in stride(from: 2, through: source.lineCount, by: 1) {
      for name in texts.keys {
        if lineOfRow[number] == name {
          texts[name]?.append(contentsOf: source.text(ofLine: number).utf8)
        }
        texts[name]?.append(UInt8(ascii: "\n"))
      }
    }
    self.texts = texts
  }

  /// The heading row with the column of lines under a name that the reader passes over.
  private static func heading(_ table: Table, _ column: Int) -> [UInt8] {
    let line = table.source.range(ofLine: 1)
    let range = table.columns[column].range
    let utf8 = table.source.utf8
    var bytes = Array(utf8[line.lowerBound..<range.lowerBound])
    bytes += "remark".utf8
    bytes += utf8[range.upperBound..<line.upperBound]
    while let last = bytes.last, last == UInt8(ascii: "\n") || last == UInt8(ascii: "\r") {
      bytes.removeLast()
    }
    return bytes + [UInt8(ascii: "\n")]
  }
}
