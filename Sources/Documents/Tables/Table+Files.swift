extension Table {

  /// Reads a table from a file: text, or the sheet of a workbook that has the headings.
  ///
  /// - Parameters:
  ///   - path: Where the file is.
  ///   - sheet: The sheet to take, whatever its headings.
  ///   - vocabulary: The headings the caller knows.
  ///   - required: Names from the vocabulary that must be there.
  /// - Returns: The table, every row of which fits the headings.
  /// - Throws: Why the file cannot be read, and all that is wrong with the table.
  package static func read(
    path: String, sheet: String? = nil, vocabulary: HeadingVocabulary, required: [String] = []
  ) throws(DiagnosticsError) -> Table {
    let choice = SheetChoice(named: sheet) { $0.isTable(of: vocabulary, required: required) }
    return try read(
      try SourceText.readTable(path, choice: choice), vocabulary: vocabulary, required: required)
  }
}

extension SourceText {

  /// Whether the first row holds headings of a vocabulary, all the required ones among them.
  package func isTable(of vocabulary: HeadingVocabulary, required: [String]) -> Bool {
    let records = TableRecords(self, separator: .detect(in: self), limit: 1)
    guard records.count > 0 else { return false }
    let names = Set(
      records.spans(ofRecord: 0).compactMap {
        vocabulary.lookUp(TableCell(source: self, span: $0).text).entry?.name
      })
    return !names.isEmpty && required.allSatisfy(names.contains)
  }
}
