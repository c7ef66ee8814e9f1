import Quantities

extension JSONScanner {

  private static let backslash = UInt8(ascii: "\\")

  /// Passes a string, with its quotation marks, and returns what it means.
  ///
  /// - Source: RFC 8259, 7.
  mutating func string() throws(JSONFault) -> String {
    let start = at
    at += 1
    let first = at
    try passPlain(from: start)
    if bytes[at] == ASCII.quote {
      defer { at += 1 }
      return String(decoding: bytes[first..<at], as: UTF8.self)
    }
    var text = Array(bytes[first..<at])
    while bytes[at] != ASCII.quote {
      try passEscape(to: &text)
      let next = at
      try passPlain(from: start)
      text.append(contentsOf: bytes[next..<at])
    }
    at += 1
    return String(decoding: text, as: UTF8.self)
  }

  /// Goes on to the next quotation mark or backslash.
  private mutating func passPlain(from start: Int) throws(JSONFault) {
    while at < end {
      let byte = bytes[at]
      if byte == ASCII.quote || byte == Self.backslash { return }
      if byte < 0x20 {
        // A line's end inside of a string mostly means that its quotation mark is missing.
        if byte == ASCII.lineFeed || byte == ASCII.carriageReturn { throw unclosed(from: start) }
        throw JSONFault(
          "json-control-character", at: SourceRange(at, at + 1),
          """
          the control character U+00\(byte < 16 ? "0" : "")\(Self.hexadecimal(byte)) was read inside \
          a string
          """,
          hint: "write it as \\u00\(byte < 16 ? "0" : "")\(Self.hexadecimal(byte))")
      }
      at += 1
    }
    throw unclosed(from: start)
  }

  private mutating func passEscape(to text: inout [UInt8]) throws(JSONFault) {
    guard at + 1 < end else {
      at = end
      throw cutOff("the rest of a string")
    }
    switch bytes[at + 1] {
    case ASCII.quote, Self.backslash, ASCII.slash: text.append(bytes[at + 1])
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(ASCII.lineFeed)
    case UInt8(ascii: "r"): text.append(ASCII.carriageReturn)
    case UInt8(ascii: "t"): text.append(ASCII.tab)
    case UInt8(ascii: "u"): return try passUnicode(to: &text)
    default:
      var stop = at + 2
      while stop < end, bytes[stop] & 0xC0 == 0x80 { stop += 1 }
      throw escapeFault(SourceRange(at, stop), "is no escape of JSON", hint: "write \\\\ for \\")
    }
    at += 2
  }

  /// Passes `\u4E2D`, or two of them that make one character.
  private mutating func passUnicode(to text: inout [UInt8]) throws(JSONFault) {
    let start = at
    var value = try unit()
    switch value {
    case 0xD800...0xDBFF:
      let isFollowed =
        at + 1 < end && bytes[at] == Self.backslash && bytes[at + 1] == UInt8(ascii: "u")
      guard isFollowed else { throw loneSurrogate(SourceRange(start, at)) }
      let second = try unit()
      guard (0xDC00...0xDFFF).contains(second) else {
        throw loneSurrogate(SourceRange(start, start + 6))
      }
      value = 0x10000 + (value - 0xD800) << 10 + (second - 0xDC00)
    case 0xDC00...0xDFFF: throw loneSurrogate(SourceRange(start, at))
    default: break
    }
    guard let scalar = Unicode.Scalar(value) else { throw loneSurrogate(SourceRange(start, at)) }
    text.append(contentsOf: String(scalar).utf8)
  }

  /// The value of the `\u` and four digits at `at`.
  private mutating func unit() throws(JSONFault) -> UInt32 {
    let start = at
    at += 2
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard at < end, let digit = Self.digit(bytes[at]) else {
        throw escapeFault(
          SourceRange(start, at), "must be followed by four hexadecimal digits", hint: nil)
      }
      value = value << 4 | digit
      at += 1
    }
    return value
  }

  private static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte & 0x0F)
    case UInt8(ascii: "A")...UInt8(ascii: "F"), UInt8(ascii: "a")...UInt8(ascii: "f"):
      UInt32(byte & 0x0F) + 9
    default: nil
    }
  }

  private func loneSurrogate(_ range: SourceRange) -> JSONFault {
    escapeFault(range, "is half of a surrogate pair without the other half", hint: nil)
  }

  private func escapeFault(_ range: SourceRange, _ words: Message, hint: Message?) -> JSONFault {
    JSONFault(
      "json-escape", at: range, "\(Printable.quote(word(in: range))) \(words)", hint: hint)
  }

  private func unclosed(from start: Int) -> JSONFault {
    JSONFault(
      "json-unclosed-string", at: SourceRange(start, at),
      "the string has no closing quotation mark on its line",
      hint: "write the quotation mark, or \\n for a line break")
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    String(byte, radix: 16, uppercase: true)
  }
}
