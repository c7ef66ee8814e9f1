/// Text of a cell as it goes into a line of its own.
enum CellText {

  /// The most bytes of a cell: what 32 767 characters, the limit of spreadsheets, can come to.
  static let byteLimit = 98_304

  /// Makes one line of a text: line breaks and tabs become blanks, and `_x000D_` is read as the
  /// character it stands for.
  ///
  /// - Source: ECMA-376 part 1, 22.9.2.19 (ST_Xstring).
  static func clean(_ text: inout [UInt8], from start: Int) {
    var write = start
    var read = start
    while read < text.count {
      var byte = text[read]
      if byte == UInt8(ascii: "_"), let (scalar, length) = escape(in: text, at: read) {
        read += length
        if [9, 10, 13].contains(scalar.value) {
          text[write] = ASCII.space
          write += 1
        } else {
          // The escape has seven bytes, its character at most three.
          for unit in UTF8.encode(scalar).map(Array.init) ?? [] {
            text[write] = unit
            write += 1
          }
        }
        continue
      }
      if byte == ASCII.lineFeed || byte == ASCII.carriageReturn || byte == ASCII.tab {
        byte = ASCII.space
      }
      text[write] = byte
      write += 1
      read += 1
    }
    text.removeLast(text.count - write)
  }

  /// Appends a text as a value between commas, in quotation marks where it needs them.
  static func append(_ text: some Collection<UInt8>, to line: inout [UInt8]) {
    guard text.contains(where: { $0 == ASCII.comma || $0 == ASCII.quote }) else {
      line.append(contentsOf: text)
      return
    }
    line.append(ASCII.quote)
    for byte in text {
      if byte == ASCII.quote { line.append(ASCII.quote) }
      line.append(byte)
    }
    line.append(ASCII.quote)
  }

  /// Whether a text is a number that could have been stored as one.
  static func isNumber(_ text: some Collection<UInt8>) -> Bool {
    var rest = text[...]
    while let first = rest.first, first == ASCII.space { rest = rest.dropFirst() }
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    var digits = 0
    var points = 0
    for byte in rest where byte != ASCII.space {
      if ASCII.isDigit(byte) {
        digits += 1
      } else if byte == UInt8(ascii: ".") {
        points += 1
      } else {
        return false
      }
    }
    return digits > 0 && points <= 1
  }

  /// The character an escape such as `_x000D_` stands for; control characters and halves of
  /// characters stay as they are written.
  private static func escape(
    in text: [UInt8], at start: Int
  ) -> (scalar: Unicode.Scalar, length: Int)? {
    guard start + 7 <= text.count, text[start + 1] == UInt8(ascii: "x"),
      text[start + 6] == UInt8(ascii: "_")
    else { return nil }
    var value: UInt32 = 0
    for byte in text[(start + 2)..<(start + 6)] {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(byte & 0x0F)
      case UInt8(ascii: "A")...UInt8(ascii: "F"), UInt8(ascii: "a")...UInt8(ascii: "f"):
        value = value << 4 | UInt32(byte & 0x0F) + 9
      default: return nil
      }
    }
    guard value >= 0x20 || [9, 10, 13].contains(value), let scalar = Unicode.Scalar(value) else {
      return nil
    }
    return (scalar, 7)
  }
}
