/// Writes comma-separated values (RFC 4180) in UTF-8.
package enum CSVWriter {
  /// A table, each row ended by a carriage return and a line feed.
  package static func document(_ rows: some Sequence<[CSVCell]>) -> String {
    var text = ""
    for row in rows {
      for (index, cell) in row.enumerated() {
        if index > 0 { text += "," }
        write(cell, to: &text)
      }
      text += "\r\n"
    }
    return text
  }

  private static func write(_ cell: CSVCell, to document: inout String) {
    switch cell {
    case .text(let text): write(quoting: neutralised(text), to: &document)
    case .figure(let figure): write(quoting: figure, to: &document)
    case .empty: break
    }
  }

  /// A text that no spreadsheet takes for a formula.
  ///
  /// Names come from files of others; `=HYPERLINK(…)` as a customer's name must stay a name. The
  /// apostrophe is what spreadsheets themselves put before such texts.
  private static func neutralised(_ text: String) -> String {
    guard let first = text.unicodeScalars.first else { return text }
    switch first {
    case "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠": return "'" + text
    default: return text
    }
  }

  private static func write(quoting text: String, to document: inout String) {
    let needsQuotes = text.utf8.contains {
      $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\r")
        || $0 == UInt8(ascii: "\n")
    }
    let blank = UInt8(ascii: " ")
    guard needsQuotes || text.utf8.first == blank || text.utf8.last == blank else {
      document += text
      return
    }
    document += "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { document += "\"" }
      document.unicodeScalars.append(scalar)
    }
    document += "\""
  }
}
