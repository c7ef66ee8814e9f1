import Quantities

/// Files named like workbooks that are something else.
enum WorkbookPretence: Sendable {

  case html
  case xml
  case text

  /// What a file is, if it is named like a workbook; its first bytes are known to be no workbook's.
  init?(_ bytes: [UInt8], file: String) {
    guard ["xlsx", "xlsm", "xls"].contains(FileSystem.extension(of: file).lowercased()),
      !bytes.isEmpty, !bytes.prefix(4096).contains(0) || ByteOrderMark(bytes) != nil
    else { return nil }
    let head = String(decoding: bytes.prefix(4096).filter { $0 != 0 }, as: UTF8.self).lowercased()
    if ["<html", "<table", "<!doctype html"].contains(where: head.contains) {
      self = .html
    } else if head.contains("<?xml") {
      self = .xml
    } else {
      self = .text
    }
  }

  func error(in file: String) -> DiagnosticsError {
    let words: Message
    let hint: Message
    switch self {
    case .html:
      words = "an HTML table"
      hint = "open it in a spreadsheet program and save it as CSV or .xlsx"
    case .xml:
      words = "an XML file"
      hint =
        "open it in a spreadsheet program and save it as .xlsx; if it is no workbook, name it .xml"
    case .text:
      words = "text"
      hint = "if it is a CSV file, name it .csv"
    }
    return DiagnosticsError(
      Diagnostic(
        file: file, code: "not-workbook",
        message: "this is \(words), but the name says that it is a workbook", hint: hint))
  }
}
