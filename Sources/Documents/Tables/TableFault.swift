/// A slip in how a table is written, before anyone asks what it means.
enum TableFault: Sendable, Hashable {

  /// The place of the quotation mark.
  case unclosedQuote(at: Int)

  /// What stands between the closing quotation mark and the separator.
  case textAfterQuote(SourceRange)

  /// The start of a value without end.
  case fieldTooLong(at: Int)

  /// Where the first column too many begins.
  case tooManyColumns(at: Int)

  func diagnostic(in source: SourceText) -> Diagnostic {
    switch self {
    case .unclosedQuote(let offset):
      Diagnostic(
        at: SourceRange(offset, offset + 1), in: source, code: "unclosed-quote",
        message: "the quotation mark that opens this value is never closed",
        hint: "close it, or write \"\" for a quotation mark that belongs to the value")
    case .textAfterQuote(let range):
      Diagnostic(
        at: range, in: source, code: "text-after-quote",
        message:
          """
          \(Printable.quote(source.text(in: range), limit: 20)) was read behind the closing \
          quotation mark, where the value must end
          """,
        hint: "write \"\" for a quotation mark that belongs to the value")
    case .fieldTooLong(let offset):
      Diagnostic(
        at: SourceRange(offset, offset + 1), in: source, code: "field-too-long",
        message: "the value that begins here is longer than \(TableRecords.fieldLimit) bytes")
    case .tooManyColumns(let offset):
      Diagnostic(
        at: SourceRange(offset, offset), in: source, code: "too-many-columns",
        message: "the row has more than \(TableRecords.columnLimit) columns")
    }
  }
}
