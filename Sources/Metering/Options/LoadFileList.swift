import Documents
import Quantities

/// `load/files.csv`: how to read each load file where its headings do not say.
package struct LoadFileList: Sendable {
  /// One row.
  package struct Entry: Sendable {
    /// The file, relative to the folder of the list.
    package let file: String
    package let options: LoadFileOptions
    /// The row, so that a file that is not there can be told of.
    package let row: TableRow
  }

  private static let vocabulary = HeadingVocabulary([
    HeadingEntry("file", ["文件", "文件名"]),
    HeadingEntry("account", ["户号", "用户编号", "客户编号"]),
    HeadingEntry("stamps", ["时标"]), HeadingEntry("date_order", ["日期顺序"]),
    HeadingEntry("zone", ["时区"]), HeadingEntry("unit", ["单位"]),
    HeadingEntry("multiplier", ["倍率", "综合倍率"]), HeadingEntry("sheet", ["工作表"]),
    HeadingEntry("encoding", ["编码"]),
  ])

  /// In the order of the rows.
  package let entries: [Entry]

  /// Reads a list.
  ///
  /// - Throws: Everything that is wrong with it.
  package init(_ source: SourceText) throws(DiagnosticsError) {
    let table = try Table.read(source, vocabulary: Self.vocabulary, required: ["file"])
    var problems = DiagnosticCollector()
    for column in table.columns where !column.isKnown && !column.heading.isEmpty {
      problems.add(
        Diagnostic(
          at: column.range, in: source, code: "files-heading", severity: .warning,
          message:
            "the column \"\(column.heading)\" is not one of file, account, stamps, date_order, "
            + "zone, unit, multiplier, sheet, encoding and is not read"))
    }
    var entries: [Entry] = []
    var lines: [String: Int] = [:]
    for row in table.rows {
      guard let file = row["file"], !file.isEmpty else {
        problems.add(
          row.diagnostic(code: "files-file", message: "the row names no file"))
        continue
      }
      if let line = lines[file.text] {
        problems.add(
          file.diagnostic(
            code: "files-file", message: "the file \"\(file.text)\" stands in line \(line) already")
        )
        continue
      }
      lines[file.text] = row.line
      entries.append(
        Entry(file: file.text, options: Self.options(of: row, problems: &problems), row: row))
    }
    try problems.throwIfErrors()
    self.entries = entries
  }

  /// The options of a file; those that leave everything to it, where no row names it.
  package func options(of file: String) -> LoadFileOptions {
    entries.first { $0.file == file }?.options ?? LoadFileOptions()
  }

  private static func options(
    of row: TableRow, problems: inout DiagnosticCollector
  ) -> LoadFileOptions {
    var options = LoadFileOptions()
    options.account = text(row["account"])
    options.zone = text(row["zone"])
    options.sheet = text(row["sheet"])
    options.stamps = word(row["stamps"], "start or end", &problems) { StampSide(rawValue: $0) }
    options.dateOrder = word(row["date_order"], "ymd, dmy or mdy", &problems) {
      DateOrder(rawValue: $0)
    }
    options.unit = word(row["unit"], "kW, kWh, W, Wh, MW or MWh", &problems) { LoadUnit(name: $0) }
    options.encoding = word(row["encoding"], "UTF-8, UTF-16LE, UTF-16BE or GB18030", &problems) {
      TextEncoding(name: $0)
    }
    options.multiplier = word(row["multiplier"], "a number above zero", &problems) { text in
      guard let rate = try? Rate(text), rate.units > 0 else { return nil }
      return rate
    }
    return options
  }

  private static func text(_ cell: TableCell?) -> String? {
    guard let cell, !cell.isEmpty else { return nil }
    return cell.text
  }

  private static func word<Value>(
    _ cell: TableCell?, _ expected: String, _ problems: inout DiagnosticCollector,
    _ read: (String) -> Value?
  ) -> Value? {
    guard let cell, !cell.isEmpty else { return nil }
    if let value = read(cell.text) { return value }
    problems.add(
      cell.diagnostic(
        code: "files-value", message: "\"\(cell.text)\" was read, but \(expected) is expected"))
    return nil
  }
}
