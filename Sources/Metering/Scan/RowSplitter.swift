/// Splits rows into cells by the rules of RFC 4180; the careful way through a file.
struct RowSplitter {
  static let mostCells = 4096
  static let longestCell = 64 << 10
  static let longestRow = 1 << 20

  let separator: UInt8
  /// The cells of the row split last.
  private(set) var cells: [RowCell] = []
  /// Whether all cells of that row are empty.
  private(set) var isBlank = true

  init(separator: UInt8) { self.separator = separator }

  /// Splits the row that begins at `start`.
  ///
  /// - Parameters:
  ///   - bytes: A piece of text that ends with a line feed.
  ///   - start: Where the row begins.
  /// - Returns: Where the next row begins.
  /// - Throws: What keeps its cells from being told apart.
  mutating func split(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int
  ) throws(RowProblem) -> Int {
    cells.removeAll(keepingCapacity: true)
    isBlank = true
    var position = start
    while true {
      var cell = RowCell(start: position, end: position, isQuoted: false, hasDoubledQuotes: false)
      while position < bytes.count, Byte.isBlank(bytes[position]), bytes[position] != separator {
        position += 1
      }
      if position < bytes.count, bytes[position] == Byte.quote {
        position = try quoted(bytes, at: position, row: start, into: &cell)
      } else {
        cell.start = position
        position = try plain(bytes, at: position, row: start, into: &cell)
      }
      guard cell.end - cell.start <= Self.longestCell else { throw .longCell(at: cell.start) }
      guard cells.count < Self.mostCells else { throw .tooManyCells(at: start) }
      if cell.end > cell.start { isBlank = false }
      cells.append(cell)
      guard position < bytes.count else { return position }
      if bytes[position] == separator {
        position += 1
        continue
      }
      if bytes[position] == Byte.carriageReturn { position += 1 }
      return min(position + 1, bytes.count)
    }
  }

  /// Reads an unquoted cell up to what ends it; blanks around it are left out.
  private func plain(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, row: Int, into cell: inout RowCell
  ) throws(RowProblem) -> Int {
    var position = start
    while position < bytes.count {
      let byte = bytes[position]
      if byte == separator || byte == Byte.lineFeed { break }
      if byte == Byte.carriageReturn {
        guard position + 1 < bytes.count, bytes[position + 1] == Byte.lineFeed else {
          throw .strayReturn(at: position)
        }
        break
      }
      position += 1
      guard position - row <= Self.longestRow else { throw .longRow(at: row) }
    }
    var end = position
    while end > start, Byte.isBlank(bytes[end - 1]) { end -= 1 }
    cell.end = end
    return position
  }

  /// Reads a quoted cell and the blanks behind it.
  private func quoted(
    _ bytes: UnsafeBufferPointer<UInt8>, at open: Int, row: Int, into cell: inout RowCell
  ) throws(RowProblem) -> Int {
    cell.isQuoted = true
    cell.start = open + 1
    var position = open + 1
    while true {
      guard position < bytes.count, position - row <= Self.longestRow else {
        throw .unclosedQuote(at: open)
      }
      if bytes[position] == Byte.quote {
        guard position + 1 < bytes.count, bytes[position + 1] == Byte.quote else { break }
        cell.hasDoubledQuotes = true
        position += 1
      }
      position += 1
    }
    cell.end = position
    position += 1
    while position < bytes.count, Byte.isBlank(bytes[position]), bytes[position] != separator {
      position += 1
    }
    guard position < bytes.count else { return position }
    let byte = bytes[position]
    let isReturn =
      byte == Byte.carriageReturn && position + 1 < bytes.count
      && bytes[position + 1] == Byte.lineFeed
    guard byte == separator || byte == Byte.lineFeed || isReturn else {
      throw .textBehindQuote(at: position)
    }
    return position
  }

  /// The text of a cell.
  static func text(_ cell: RowCell, in bytes: UnsafeBufferPointer<UInt8>) -> String {
    let raw = String(decoding: bytes[cell.start..<cell.end], as: UTF8.self)
    guard cell.hasDoubledQuotes else { return raw }
    var text = ""
    var isSecond = false
    for scalar in raw.unicodeScalars {
      if scalar == "\"", isSecond {
        isSecond = false
        continue
      }
      isSecond = scalar == "\""
      text.unicodeScalars.append(scalar)
    }
    return text
  }
}
