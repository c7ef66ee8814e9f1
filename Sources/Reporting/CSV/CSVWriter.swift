import Quantities

/// Writes comma-separated values (RFC 4180) in UTF-8, cell by cell.
package struct CSVWriter {
  private var bytes: [UInt8] = []
  private var isRowBegun = false

  /// Begins a table.
  ///
  /// - Parameter capacity: About how many bytes it will have, where that is known.
  package init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  /// A table, each row ended by a carriage return and a line feed.
  package static func document(_ rows: some Sequence<[CSVCell]>) -> String {
    var writer = CSVWriter()
    for row in rows { writer.row(row) }
    return writer.text
  }

  /// What has been written.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Cells that many rows begin with, written once.
  struct RowBeginning {
    fileprivate let bytes: [UInt8]

    init(_ cells: [CSVCell]) {
      var writer = CSVWriter()
      for cell in cells { writer.write(cell) }
      bytes = writer.bytes
    }
  }

  /// Begins a row.
  mutating func begin(_ beginning: RowBeginning) {
    bytes.append(contentsOf: beginning.bytes)
    isRowBegun = true
  }

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
    case .decimal(let figure): figure.append(to: &bytes)
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
    // No letter of ASCII is the beginning of a formula.
    if let first = text.utf8.first, first > UInt8(ascii: "@"), first < 0x80 { return false }
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
    // Most bytes of a cell stand behind the comma in ASCII, and are passed by one look.
    return cell.contains { byte in
      byte <= UInt8(ascii: ",")
        && (byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\r")
          || byte == UInt8(ascii: "\n"))
    }
  }
}
