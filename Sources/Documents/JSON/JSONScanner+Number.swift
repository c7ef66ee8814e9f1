import Quantities

extension JSONScanner {

  /// Passes a number and returns it as it stands.
  ///
  /// - Source: RFC 8259, 6.
  mutating func number() throws(JSONFault) -> String {
    let start = at
    if bytes[at] == UInt8(ascii: "-") { at += 1 }
    if at < end, bytes[at] == UInt8(ascii: "0") {
      at += 1
      if at < end, ASCII.isDigit(bytes[at]) {
        throw fault(from: start, "a number must not begin with a needless 0")
      }
    } else if !passDigits() {
      throw fault(from: start, "a digit is expected behind the minus sign")
    }
    if at < end, bytes[at] == UInt8(ascii: ".") {
      at += 1
      if !passDigits() { throw fault(from: start, "a digit is expected behind the point") }
    }
    if at < end, bytes[at] | 0x20 == UInt8(ascii: "e") {
      at += 1
      if at < end, bytes[at] == UInt8(ascii: "+") || bytes[at] == UInt8(ascii: "-") { at += 1 }
      if !passDigits() { throw fault(from: start, "a digit is expected in the exponent") }
    }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  private mutating func passDigits() -> Bool {
    let start = at
    while at < end, ASCII.isDigit(bytes[at]) { at += 1 }
    return at > start
  }

  private func fault(from start: Int, _ words: Message) -> JSONFault {
    let stop = wordRange().upperBound
    // A comma or a bracket behind a cut number is no part of it.
    let isPart = stop > at && (ASCII.isLetter(bytes[at]) || ASCII.isDigit(bytes[at]))
    let range = SourceRange(start, isPart ? stop : at)
    return JSONFault(
      "json-number", at: range, "\(Printable.quote(word(in: range))) was read, but \(words)")
  }
}
