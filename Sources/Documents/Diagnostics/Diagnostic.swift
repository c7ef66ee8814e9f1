import Quantities

/// One thing that is wrong with a file: where, what was read, what was expected, what would help.
package struct Diagnostic: Sendable, Hashable, Worded {

  /// The file's path as the user gave it.
  package let file: String

  /// The sheet of a workbook; `nil` for other files.
  package let sheet: String?

  /// The line or the row of a sheet, counted from 1; `nil` if the file as a whole is meant.
  package let line: Int?

  /// In Unicode characters or in cells of a sheet, counted from 1; `nil` if a line or the file as a
  /// whole is meant.
  package let column: Int?

  /// The stable name of this kind of fault, such as `price-total`.
  package let code: String

  package let severity: DiagnosticSeverity

  /// One sentence: what was read, and what was expected.
  package let sentence: Message

  /// A correction to try.
  package let advice: Message?

  /// The line of the file with its marks.
  package let excerpt: DiagnosticExcerpt?

  /// A diagnostic about a file as a whole, or about a line whose text cannot be shown.
  package init(
    file: String, sheet: String? = nil, line: Int? = nil, code: String,
    severity: DiagnosticSeverity = .error,
    message: Message, hint: Message? = nil
  ) {
    self.init(
      file: file, sheet: sheet, line: line, column: nil, code: code, severity: severity,
      message: message,
      hint: hint, excerpt: nil)
  }

  /// A diagnostic that points at a stretch of a text.
  ///
  /// A stretch over several lines is marked on its first line only.
  package init(
    at range: SourceRange, in source: SourceText, code: String,
    severity: DiagnosticSeverity = .error, message: Message, hint: Message? = nil
  ) {
    let location = source.location(ofByteOffset: range.lowerBound)
    self.init(
      file: source.file, sheet: source.sheet?.name, line: location.line, column: location.column,
      code: code, severity: severity, message: message, hint: hint,
      excerpt: DiagnosticExcerpt(of: range, in: source))
  }

  /// Where it is: `prices.xml:13:54`, or `book.xlsx:Sheet1!B7` in a workbook.
  package var place: String {
    SheetCells.place(file: file, sheet: sheet, line: line, column: column)
  }

  private init(
    file: String, sheet: String?, line: Int?, column: Int?, code: String,
    severity: DiagnosticSeverity,
    message: Message, hint: Message?, excerpt: DiagnosticExcerpt?
  ) {
    self.file = Printable.text(file)
    self.sheet = sheet.map(Printable.text)
    self.line = line
    self.column = column
    self.code = code
    self.severity = severity
    sentence = message.mapping(Printable.text)
    advice = hint?.mapping(Printable.text)
    self.excerpt = excerpt
  }
}
