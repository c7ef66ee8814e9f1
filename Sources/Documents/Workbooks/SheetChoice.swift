import Quantities

/// Which sheet of a workbook a reader wants.
package struct SheetChoice {

  /// The rows with values by which a sheet is judged.
  static let rowsLookedAt = 60

  /// The name of the sheet, if the user gave one.
  private let name: String?

  /// What to try where there are several sheets.
  private let hint: Message

  /// Whether the first rows of a sheet are what the reader looks for.
  private let fits: (SourceText) -> Bool

  /// - Parameters:
  ///   - name: The sheet the user wants; hidden sheets are read only by name.
  ///   - hint: How a user can say which of several is meant.
  ///   - fits: Whether a sheet, of which it is given the first rows, can be the one.
  package init(
    named name: String? = nil, hint: Message? = nil, fits: @escaping (SourceText) -> Bool
  ) {
    self.name = name
    self.hint = hint ?? "keep one of the sheets in the workbook, or hide the others"
    self.fits = fits
  }

  /// The text of the sheet: the one of that name; the only visible one with values; the only one
  /// that fits.
  func text(of workbook: Workbook) throws(DiagnosticsError) -> SourceText {
    if let name { return try workbook.text(of: try named(name, in: workbook)) }
    var filled: [(sheet: WorkbookSheet, head: SourceText)] = []
    for sheet in workbook.sheets where sheet.isVisible {
      let head = try workbook.text(of: sheet, rows: Self.rowsLookedAt)
      if !head.utf8.isEmpty { filled.append((sheet, head)) }
    }
    if filled.isEmpty { throw nothingVisible(workbook) }
    let chosen = filled.count == 1 ? filled : filled.filter { fits($0.head) }
    guard chosen.count == 1, let only = chosen.first else {
      throw ambiguous(filled.map(\.sheet), chosen.map(\.sheet), workbook)
    }
    return try workbook.text(of: only.sheet)
  }

  private func named(
    _ name: String, in workbook: Workbook
  ) throws(DiagnosticsError) -> WorkbookSheet {
    // Spreadsheet programs do not tell upper from lower case in names of sheets either.
    if let sheet = workbook.sheets.first(where: { $0.name == name })
      ?? workbook.sheets.first(where: { $0.name.lowercased() == name.lowercased() })
    {
      return sheet
    }
    throw DiagnosticsError(
      Diagnostic(
        file: workbook.file, code: "workbook-sheet",
        message: """
          the workbook has no sheet \(Printable.quote(name)); it has \(list(workbook.sheets))
          """,
        hint: Suggestion.hint(for: name, in: workbook.sheets.map(\.name))))
  }

  private func nothingVisible(_ workbook: Workbook) -> DiagnosticsError {
    let hidden = workbook.sheets.filter { !$0.isVisible }
    return DiagnosticsError(
      Diagnostic(
        file: workbook.file, code: "workbook-sheet",
        message: "no visible sheet of the workbook holds a value",
        hint: hidden.isEmpty ? nil : "hidden sheets are read only by name: \(list(hidden))"))
  }

  private func ambiguous(
    _ filled: [WorkbookSheet], _ fitting: [WorkbookSheet], _ workbook: Workbook
  ) -> DiagnosticsError {
    let judgement: Message =
      fitting.isEmpty
      ? "none of them has the headings that are expected"
      : "\(list(fitting)) could all be the one that is expected"
    return DiagnosticsError(
      Diagnostic(
        file: workbook.file, code: "workbook-sheet",
        message: """
          the workbook has \(filled.count) sheets with values, \(list(filled)), and \(judgement)
          """,
        hint: hint))
  }

  private func list(_ sheets: [WorkbookSheet]) -> Message {
    let names = sheets.prefix(12).map { Message(verbatim: Printable.quote($0.name)) }
    let more: [Message] = sheets.count > 12 ? ["\(sheets.count - 12) more"] : []
    return Message.alternatives(names + more, conjunction: "and")
  }
}
