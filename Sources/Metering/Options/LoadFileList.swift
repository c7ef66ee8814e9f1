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
    HeadingEntry("encoding", ["编码"]), HeadingEntry("meter", ["表号", "电表号"]),
    HeadingEntry("column", ["列", "列名"]), HeadingEntry("numbers", ["数字格式"]),
    HeadingEntry("epoch", ["时间戳"]),
  ])

  /// In the order of the rows.
  package let entries: [Entry]
  /// Columns that are not known.
  package let warnings: [Diagnostic]

  /// Reads a list.
  ///
  /// - Throws: Everything that is wrong with it.
  package init(_ source: SourceText) throws(DiagnosticsError) {
    try self.init(Table.read(source, vocabulary: Self.vocabulary, required: ["file"]))
  }

  /// Reads a list from a file.
  ///
  /// - Throws: Why the file cannot be read, and everything that is wrong with the list.
  package init(path: String) throws(DiagnosticsError) {
    try self.init(Table.read(path: path, vocabulary: Self.vocabulary, required: ["file"]))
  }

  private init(_ table: Table) throws(DiagnosticsError) {
    var problems = DiagnosticCollector()
    for column in table.columns where !column.isKnown && !column.heading.isEmpty {
      problems.add(
        Diagnostic(
          at: column.range, in: table.source, code: "files-heading", severity: .warning,
          message:
            "the column \"\(column.heading)\" is none that is known, and is not read",
          hint: """
            there are file, account, stamps, date_order, zone, unit, multiplier, sheet, \
            encoding, meter, column, numbers and epoch
            """))
    }
    var entries: [Entry] = []
    var lines: [String: Int] = [:]
    for row in table.rows {
      guard let file = row["file"], !file.isEmpty else {
        problems.add(
          row.diagnostic(
            code: "files-file", message: "the row names no file",
            hint: "name the file as it is called in the folder of the list"))
        continue
      }
      if let line = lines[file.text] {
        problems.add(
          file.diagnostic(
            code: "files-file", message: "the file \"\(file.text)\" stands in line \(line) already",
            hint: "keep one of the rows")
        )
        continue
      }
      lines[file.text] = row.line
      entries.append(
        Entry(file: file.text, options: Self.options(of: row, problems: &problems), row: row))
    }
    try problems.throwIfErrors()
    self.entries = entries
    warnings = problems.diagnostics
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
    options.meter = text(row["meter"])
    options.column = text(row["column"])
    options.stamps = word(row["stamps"], "start or end", &problems) { StampSide(rawValue: $0) }
    options.dateOrder = word(row["date_order"], "ymd, dmy or mdy", &problems) {
      DateOrder(rawValue: $0)
    }
    options.unit = word(row["unit"], "kW, kWh, W, Wh, MW or MWh", &problems) { LoadUnit(name: $0) }
    options.encoding = word(row["encoding"], "UTF-8, UTF-16LE, UTF-16BE or GB18030", &problems) {
      TextEncoding(name: $0)
    }
    options.numbers = word(row["numbers"], "1234.5, 1234,5, 1.234,5 or 1,234.5", &problems) {
      NumberStyle(rawValue: $0)
    }
    options.epoch = word(row["epoch"], "utc or local", &problems) { EpochMeaning(rawValue: $0) }
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
    _ cell: TableCell?, _ expected: Message, _ problems: inout DiagnosticCollector,
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
