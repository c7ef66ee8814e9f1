/// Counts how much of a file that is not UTF-8 nevertheless reads as UTF-8.
///
/// A text in UTF-8 with one damaged character would often pass as GB18030, and every Chinese name
/// in it would become another one. In real GB18030 text few of the bytes above 0x7F happen to form
/// UTF-8: by the tables, about one character in seven.
struct UTF8Census {

  /// Valid sequences of more than one byte.
  private(set) var valid = 0

  /// Places at which no valid sequence begins.
  private(set) var invalid = 0

  init(_ bytes: [UInt8]) {
    var offset = 0
    while offset < bytes.count {
      let length = Self.sequenceLength(bytes, at: offset)
      if length == 0 {
        invalid += 1
        offset += 1
      } else {
        if length > 1 { valid += 1 }
        offset += length
      }
    }
  }

  var looksLikeDamagedUTF8: Bool { valid > invalid }

  /// Bytes of the valid sequence at `offset`, or 0.
  ///
  /// Forms that are too long and surrogates, which only a finer test finds, do not matter for a
  /// count.
  private static func sequenceLength(_ bytes: [UInt8], at offset: Int) -> Int {
    let length: Int
    switch bytes[offset] {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return 0
    }
    guard offset + length <= bytes.count else { return 0 }
    for position in offset + 1..<offset + length where bytes[position] & 0xC0 != 0x80 { return 0 }
    return length
  }
}
