import Quantities

extension JSONScanner {

  /// What stands at `at`: letters and digits that belong together, or a single character.
  func wordRange() -> SourceRange {
    guard at < end else { return SourceRange(at, at) }
    var stop = at
    while stop < end, Self.isWord(bytes[stop]) { stop += 1 }
    if stop == at {
      stop += 1
      while stop < end, bytes[stop] & 0xC0 == 0x80 { stop += 1 }
    }
    return SourceRange(at, stop)
  }

  /// What stands at `at`, for messages.
  func word() -> String { Printable.quote(word(in: wordRange())) }

  func word(in range: SourceRange) -> String {
    String(decoding: bytes[range.bytes], as: UTF8.self)
  }

  /// The text ends where something is expected.
  func cutOff(_ expected: Message) -> JSONFault {
    JSONFault(
      "json-cut-off", at: SourceRange(end, end), "the text ends where \(expected) is expected",
      hint: "it may be cut off")
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    ASCII.isLetter(byte) || ASCII.isDigit(byte) || byte == UInt8(ascii: "_")
  }
}
