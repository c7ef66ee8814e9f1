/// The cells of a sheet by their names, such as `B7`, and in the text made of the sheet.
package enum SheetCells {

  /// What stands for a formula of which the workbook does not hold the value.
  package static let missingValue = "#missing value"

  static let rowLimit = 1_048_576
  static let columnLimit = 16_384

  /// The name of a cell, `B7`; row and column are counted from 1.
  package static func name(row: Int, column: Int) -> String {
    "\(letters(ofColumn: column))\(row)"
  }

  /// A place for messages: `load.csv:12:5`, or `book.xlsx:Sheet1!E12` in a sheet.
  package static func place(file: String, sheet: String?, line: Int?, column: Int?) -> String {
    guard let line else { return sheet.map { "\(file):\(quoted($0))" } ?? file }
    guard let sheet else { return "\(file):\(line)\(column.map { ":\($0)" } ?? "")" }
    let cell = column.map { name(row: line, column: $0) } ?? "\(line):\(line)"
    return "\(file):\(quoted(sheet))!\(cell)"
  }

  /// How many cells a stretch of a line has begun: which of them the byte behind it belongs to.
  package static func count(in bytes: some Sequence<UInt8>) -> Int {
    var count = 1
    var isQuoted = false
    for byte in bytes {
      if byte == ASCII.quote {
        isQuoted.toggle()
      } else if byte == ASCII.comma, !isQuoted {
        count += 1
      }
    }
    return count
  }

  /// Row and column, counted from 1, of a cell's name; nothing if it is none or beyond the limits.
  static func parse(_ name: UnsafeBufferPointer<UInt8>) -> (row: Int, column: Int)? {
    var at = 0
    var column = 0
    while at < name.count, ASCII.isLetter(name[at]) {
      column = column * 26 + Int(name[at] & 0x1F)
      guard column <= columnLimit else { return nil }
      at += 1
    }
    guard column > 0, let row = row(name[at...]) else { return nil }
    return (row, column)
  }

  /// A row's number, counted from 1.
  static func row(_ digits: some Collection<UInt8>) -> Int? {
    guard (1...7).contains(digits.count) else { return nil }
    var row = 0
    for digit in digits {
      guard ASCII.isDigit(digit) else { return nil }
      row = row * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return (1...rowLimit).contains(row) ? row : nil
  }

  private static func letters(ofColumn column: Int) -> String {
    var letters: [UInt8] = []
    var rest = column
    while rest > 0 {
      letters.append(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }

  /// Names that are no single word stand in apostrophes, as formulas write them.
  private static func quoted(_ sheet: String) -> String {
    let isWord = sheet.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "_" || $0 == "."
    }
    return isWord ? sheet : "'\(sheet.replacing("'", with: "''"))'"
  }
}
