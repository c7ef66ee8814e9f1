import Quantities

/// Writes comma-separated values (RFC 4180) in UTF-8, cell by cell.
package struct CSVWriter {
  private var bytes: [UInt8] = []
  private var isRowBegun = false

  /// Begins a table.
  package init() {}

  /// A table, each row ended by a carriage return and a line feed.
  package static func document(_ rows: some Sequence<[CSVCell]>) -> String {
    var writer = CSVWriter()
    for row in rows { writer.row(row) }
    return writer.text
  }

  /// What has been written.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Writes a row.
  package mutating func row(_ cells: some Sequence<CSVCell>) {
    for cell in cells { write(cell) }
    endRow()
  }

  /// Writes the next cell of a row.
  package mutating func write(_ cell: CSVCell) {
    if isRowBegun { bytes.append(UInt8(ascii: ",")) }
    isRowBegun = true
    switch cell {
    case .text(let text):
      if Self.isFormula(text) {
        write(quoting: "'" + text)
      } else {
        write(quoting: text)
      }
    case .figure(let figure): write(quoting: figure)
    case .empty: break
    }
  }

  /// Ends a row with a carriage return and a line feed.
  package mutating func endRow() {
    bytes.append(UInt8(ascii: "\r"))
    bytes.append(UInt8(ascii: "\n"))
    isRowBegun = false
  }

  /// Whether a spreadsheet would take a text for a formula.
  ///
  /// Names come from files of others; `=HYPERLINK(…)` as a customer's name must stay a name. The
  /// apostrophe is what spreadsheets themselves put before such texts. A negative number of the
  /// owner's stays one: there is nothing in it to be worked out.
  private static func isFormula(_ text: String) -> Bool {
    switch text.unicodeScalars.first {
    case "-" where (try? Money(text)) != nil: return false
    case "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠": return true
    default: return false
    }
  }

  private mutating func write(quoting text: String) {
    guard !text.isEmpty else { return }
    var text = text
    text.withUTF8 { cell in
      guard Self.needsQuotes(cell) else {
        bytes.append(contentsOf: cell)
        return
      }
      let quote = UInt8(ascii: "\"")
      bytes.append(quote)
      for byte in cell {
        if byte == quote { bytes.append(quote) }
        bytes.append(byte)
      }
      bytes.append(quote)
    }
  }

  private static func needsQuotes(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = cell.first, let last = cell.last else { return false }
    let blank = UInt8(ascii: " ")
    if first == blank || last == blank { return true }
    // All bytes are looked at, none on its own: so they go through vectors.
    var specials: UInt8 = 0
    for byte in cell {
      specials |= byte == UInt8(ascii: ",") ? 1 : 0
      specials |= byte == UInt8(ascii: "\"") ? 1 : 0
      specials |= byte == UInt8(ascii: "\r") ? 1 : 0
      specials |= byte == UInt8(ascii: "\n") ? 1 : 0
    }
    return specials != 0
  }
}
