import Quantities

/// Documents in zip archives that are no workbook this program reads.
enum OfficeDocument: CaseIterable, Sendable {

  case binaryWorkbook
  case openDocument
  case text
  case slides

  /// The document an archive is, if it is one of them.
  init?(_ archive: Archive) {
    guard let document = Self.allCases.first(where: { archive.entry(named: $0.sign) != nil }) else {
      return nil
    }
    self = document
  }

  /// An entry that only such documents have.
  private var sign: String {
    switch self {
    case .binaryWorkbook: "xl/workbook.bin"
    case .openDocument: "META-INF/manifest.xml"
    case .text: "word/document.xml"
    case .slides: "ppt/presentation.xml"
    }
  }

  func error(in file: String) -> DiagnosticsError {
    let words: Message =
      switch self {
      case .binaryWorkbook: "a binary workbook (.xlsb)"
      case .openDocument: "an OpenDocument file (.ods)"
      case .text: "a Word document"
      case .slides: "a PowerPoint file"
      }
    let isWorkbook = self == .binaryWorkbook || self == .openDocument
    return DiagnosticsError(
      Diagnostic(
        file: file, code: "not-text", message: "this is \(words), but a table is expected",
        hint: isWorkbook
          ? "open it and save it as .xlsx, or the sheet as CSV"
          : "copy the table into a sheet and save it as .xlsx or CSV"))
  }
}
