/// Writes comma-separated values (RFC 4180) in UTF-8.
package enum CSVWriter {
  /// A table, each row ended by a carriage return and a line feed.
  package static func document(_ rows: some Sequence<[CSVCell]>) -> String {
    rows.reduce(into: "") { text, row in
      text += row.map(written).joined(separator: ",") + "\r\n"
    }
  }

  private static func written(_ cell: CSVCell) -> String {
    switch cell {
    case .text(let text): return quoted(neutralised(text))
    case .figure(let figure): return quoted(figure)
    case .empty: return ""
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

  private static func quoted(_ text: String) -> String {
    let needsQuotes = text.unicodeScalars.contains {
      $0 == "," || $0 == "\"" || $0 == "\r" || $0 == "\n"
    }
    guard needsQuotes || text.first == " " || text.last == " " else { return text }
    var result = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { result += "\"" }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }
}
