import Quantities

/// Text of a file made fit for a message: no control characters, no endless quotations.
package enum Printable {

  /// `text` with each control character replaced by its picture, such as ␀ for NUL; tabs too.
  package static func text(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      result.append(isControl(scalar) ? picture(scalar) : scalar)
    }
    return String(result)
  }

  /// `text` in quotation marks, cut where it is longer than a reader needs to recognise it.
  package static func quote(_ text: some StringProtocol, limit: Int = 60) -> String {
    let cut = text.unicodeScalars.prefix(limit)
    let isCut = cut.endIndex < text.unicodeScalars.endIndex
    return "\"\(self.text(String(Substring.UnicodeScalarView(cut))))\(isCut ? "…" : "")\""
  }

  /// `list` as words: `a`, `a or b`, `a, b or c`.
  package static func alternatives(_ list: [String], conjunction: String = "or") -> Message {
    Message.alternatives(list.map { Message(verbatim: $0) }, conjunction: conjunction)
  }

  /// Whether a scalar steers a terminal or the direction of writing instead of showing something.
  static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0: true
    case 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  /// The visible stand-in of a control character.
  static func picture(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value) ?? "·"
    case 0x7F: "\u{2421}"
    default: "·"
    }
  }
}
