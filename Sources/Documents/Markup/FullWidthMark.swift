import Quantities

/// Chinese punctuation that looks like the punctuation of XML and is typed in its place when the
/// input method is still on.
struct FullWidthMark {

  /// The character as it was typed.
  let character: Unicode.Scalar

  /// What to call it.
  let name: Message

  /// The ASCII character to write instead.
  let ascii: String

  private static let table: [UInt32: (name: Message, ascii: String)] = [
    0x201C: ("a Chinese quotation mark", "\""),
    0x201D: ("a Chinese quotation mark", "\""),
    0x201E: ("a low quotation mark", "\""),
    0x300C: ("a Chinese corner bracket", "\""),
    0x300D: ("a Chinese corner bracket", "\""),
    0xFF02: ("a full-width quotation mark", "\""),
    0x2018: ("a Chinese quotation mark", "\""),
    0x2019: ("a Chinese quotation mark", "\""),
    0xFF07: ("a full-width quotation mark", "\""),
    0xFF1D: ("a full-width equals sign", "="),
    0xFF1C: ("a full-width sign", "<"),
    0x300A: ("a Chinese title mark", "<"),
    0xFF1E: ("a full-width sign", ">"),
    0x300B: ("a Chinese title mark", ">"),
    0xFF0F: ("a full-width slash", "/"),
    0x3000: ("a full-width blank", " "),
    0x00A0: ("a no-break blank", " "),
  ]

  /// The mark `scalar` is, or `nil`.
  init?(_ scalar: Unicode.Scalar) {
    guard let entry = Self.table[scalar.value] else { return nil }
    character = scalar
    name = entry.name
    ascii = entry.ascii
  }

  var isQuote: Bool { ascii == "\"" }

  /// The character and its name: `“ (a Chinese quotation mark)`.
  var description: Message {
    ascii == " " ? name : "\(character) (\(name))"
  }

  /// `ascii` for a message: `"` or `a plain blank`.
  var expected: Message { ascii == " " ? "a plain blank" : Message(verbatim: ascii) }
}
