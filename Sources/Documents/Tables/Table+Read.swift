import Quantities

extension Table {

  /// Reads a table from delimited text.
  ///
  /// - Parameters:
  ///   - source: Text with a heading row. Quotation marks are those of RFC 4180; CR, LF and CRLF
  ///     end rows; blanks at the ends of values are removed, full-width ones too.
  ///   - separator: What stands between values; detected if absent.
  ///   - vocabulary: The headings the caller knows. Others are kept.
  ///   - required: Names from the vocabulary that must be there.
  /// - Returns: The table, every row of which fits the headings.
  /// - Throws: All that is wrong with the table.
  package static func read(
    _ source: SourceText, separator: TableSeparator? = nil, vocabulary: HeadingVocabulary = [:],
    required: [String] = []
  ) throws(DiagnosticsError) -> Table {
    guard source.utf8.count < Int(UInt32.max) else {
      throw DiagnosticsError(
        Diagnostic(
          file: source.file, code: "file-too-large",
          message: "the file has \(source.utf8.count) bytes, too many for a table read as a whole"))
    }
    let separator = separator ?? TableSeparator.detect(in: source)
    let records = TableRecords(source, separator: separator)
    var problems = DiagnosticCollector()
    problems.add(records.faults.map { $0.diagnostic(in: source) })
    guard records.count > 0 else {
      try problems.throwIfErrors()
      throw DiagnosticsError(
        Diagnostic(
          file: source.file, code: "empty-file",
          message: "the file is empty, but a row of headings is expected"))
    }

    let columns = columns(
      of: records.spans(ofRecord: 0), in: source, vocabulary: vocabulary, problems: &problems)
    checkRequired(
      required, columns: columns, heading: records.ranges[0], source: source,
      vocabulary: vocabulary, problems: &problems)
    let rows = (1..<records.count).filter { record in
      records.spans(ofRecord: record).contains { !$0.isEmpty }
    }
    check(
      rows, of: records, columns: columns, separator: separator, source: source,
      problems: &problems)
    try problems.throwIfErrors()
    return Table(
      source: source, separator: separator, columns: columns, records: records, rowRecords: rows)
  }

  private static func columns(
    of headings: ArraySlice<TableSpan>, in source: SourceText, vocabulary: HeadingVocabulary,
    problems: inout DiagnosticCollector
  ) -> [TableColumn] {
    var columns: [TableColumn] = []
    var firstOfName: [String: SourceRange] = [:]
    for span in headings {
      let cell = TableCell(source: source, span: span)
      let heading = cell.text
      let (entry, unit) = vocabulary.lookUp(heading)
      let name = entry?.name ?? HeadingVocabulary.plain(heading)
      columns.append(
        TableColumn(
          heading: heading, name: name, isKnown: entry != nil, unit: unit, range: cell.range))
      if let entry, let unit, !entry.units.isEmpty,
        !entry.units.contains(where: { HeadingVocabulary.plain($0) == unit })
      {
        problems.add(
          cell.diagnostic(
            code: "heading-unit",
            message: """
              the column \(Printable.quote(heading)) is in \(Printable.quote(unit)), but \
              \(Printable.alternatives(entry.units)) is expected
              """,
            hint: "convert the values and change the heading"))
      }
      guard !name.isEmpty else { continue }
      if let first = firstOfName[name] {
        let other = source.text(in: first)
        let place = source.location(ofByteOffset: first.lowerBound)
        problems.add(
          cell.diagnostic(
            code: "duplicate-heading",
            message: """
              the column \(Printable.quote(heading)) was read, but \
              \(Printable.quote(other)) of line \(place.line), column \(place.column) is the same
              """,
            hint: "keep one of the two, or give one another heading"))
      } else {
        firstOfName[name] = cell.range
      }
    }
    return columns
  }

  private static func checkRequired(
    _ required: [String], columns: [TableColumn], heading: SourceRange, source: SourceText,
    vocabulary: HeadingVocabulary, problems: inout DiagnosticCollector
  ) {
    let unknown = columns.filter { !$0.isKnown && !$0.name.isEmpty }
    for name in required where !columns.contains(where: { $0.name == name }) {
      let words = [name] + vocabulary.entries.filter { $0.name == name }.flatMap(\.synonyms)
      // A misspelt heading is the likeliest reason, and then the mark belongs under it.
      let slip = unknown.first { Suggestion.nearest(to: $0.name, in: words) != nil }
      let range = slip?.range ?? heading
      let hint = slip.flatMap { Suggestion.hint(for: $0.name, in: words) }
      problems.add(
        Diagnostic(
          at: range, in: source, code: "missing-column",
          message: slip.map {
            """
            the column \(Printable.quote(name)) is expected, but \(Printable.quote($0.heading)) was \
            read
            """
          } ?? "the column \(Printable.quote(name)) is expected, but the headings do not have it",
          hint: hint ?? separatorHint(columns) ?? "the first row must hold the headings"))
    }
  }

  /// A heading that did not fall apart may hold a separator this program does not read.
  private static func separatorHint(_ columns: [TableColumn]) -> Message? {
    guard columns.count == 1, let heading = columns.first?.heading else { return nil }
    let marks: [Character: Message] = [
      "，": "full-width commas", "；": "full-width semicolons", "、": "Chinese commas",
      "|": "vertical bars",
    ]
    guard let mark = heading.first(where: { marks[$0] != nil }), let name = marks[mark] else {
      return nil
    }
    return "the headings stand between \(name); write commas"
  }

  private static func check(
    _ rows: [Int], of records: TableRecords, columns: [TableColumn], separator: TableSeparator,
    source: SourceText, problems: inout DiagnosticCollector
  ) {
    // Columns behind the last heading may be absent; spreadsheets write or leave them as they like.
    let needed = (columns.lastIndex { !$0.name.isEmpty } ?? -1) + 1
    var unnamedSeen: Set<Int> = []
    for row in rows {
      let spans = records.spans(ofRecord: row)
      let extra = spans.dropFirst(columns.count).first { !$0.isEmpty }
      if spans.count < needed || extra != nil {
        let range = extra.map { SourceRange(Int($0.start), records.ranges[row].upperBound) }
        problems.add(
          Diagnostic(
            at: range ?? records.ranges[row], in: source, code: "row-length",
            message: "the row has \(spans.count) values, but there are \(columns.count) headings",
            hint: extra == nil
              ? nil : "a value that holds a \(separator.name) must stand in quotation marks"))
        continue
      }
      for (column, span) in zip(columns.indices, spans)
      where columns[column].name.isEmpty && !span.isEmpty && unnamedSeen.insert(column).inserted {
        problems.add(
          TableCell(source: source, span: span).diagnostic(
            code: "missing-heading",
            message: "a value was read in column \(column + 1), which has no heading",
            hint: "give the column a heading, or delete it"))
      }
    }
  }
}
