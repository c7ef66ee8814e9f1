import Documents
import Metering

/// A load file with a column of supply lines, taken apart into one text per line.
///
/// Rows of other lines are left blank, so that whatever is wrong with a row is still told with its
/// place in the file.
struct LineSplit {
  /// The text of each supply line.
  let texts: [String: [UInt8]]
  /// The file's name in messages, and its sheet if it is a workbook.
  let source: SourceText

  private static let headings = HeadingVocabulary([HeadingEntry("line", ["线路", "回路", "供电线路"])])

  /// Takes a file apart; nothing where it has no column of lines.
  init?(path: String, options: LoadFileOptions) throws(DiagnosticsError) {
    // Most load files have no such column, and many are too large to be read as a table: the
    // heading alone tells.
    let heading = try Self.heading(of: path)
    if Self.isPacked(heading) {
      // What is wrong with such a file is told when it is read as a whole.
      guard let source = try? Self.text(path, options), Self.mayHaveLines(source.utf8) else {
        return nil
      }
      try self.init(source)
    } else {
      guard Self.mayHaveLines(heading) else { return nil }
      try self.init(Self.text(path, options))
    }
  }

  private static func text(
    _ path: String, _ options: LoadFileOptions
  ) throws(DiagnosticsError) -> SourceText {
    try SourceText.readTable(
      path, encoding: options.encoding, choice: .intervalData(named: options.sheet))
  }

  /// The first bytes of a file, up to the end of a line.
  private static func heading(of path: String) throws(DiagnosticsError) -> [UInt8] {
    var heading: [UInt8] = []
    try FileSystem.readPieces(path) { piece in
      heading = Array(piece)
      return false
    }
    return heading
  }

  /// Whether a file begins as zip archives, workbooks and gzip files do.
  private static func isPacked(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0x1F, 0x8B])
  }

  private static func mayHaveLines(_ bytes: [UInt8]) -> Bool {
    let heading = bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    // In UTF-16 every other byte of an English heading is zero.
    let text = Array(String(decoding: heading.filter { $0 != 0 }, as: UTF8.self).lowercased().utf8)
    return ["line", "线路", "回路", "\u{FFFD}"].contains { word in
      text.indices.contains { text[$0...].starts(with: word.utf8) }
    }
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
    self.source = source
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
