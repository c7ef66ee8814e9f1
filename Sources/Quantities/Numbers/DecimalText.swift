/// Reads and writes exact decimals: an integer count of 10⁻ⁿ units.
enum DecimalText {
  /// Reads `[+-]?digits[.digits]` as a whole number of 10⁻ⁿ units.
  ///
  /// - Parameters:
  ///   - text: ASCII digits with at most one point; nothing else, not even surrounding blanks.
  ///   - fractionDigits: n, the digits after the point that are kept.
  ///   - integerDigits: The largest number of digits before the point.
  /// - Returns: The number of units.
  /// - Throws: ``NumberError``.
  static func units(
    of text: some StringProtocol, fractionDigits: Int, integerDigits: Int
  ) throws(NumberError) -> Int128 {
    var units: Int128 = 0
    var negative = false
    var pointSeen = false
    var digitsBefore = 0
    var significantBefore = 0
    var digitsAfter = 0
    var keptAfter = 0
    var position = 0
    guard !text.isEmpty else { throw .empty }
    for character in text {
      position += 1
      switch character {
      case "+" where position == 1: continue
      case "-" where position == 1: negative = true
      case "." where !pointSeen && digitsBefore > 0: pointSeen = true
      case "0"..."9":
        guard let digit = character.wholeNumberValue, character.isASCII else {
          throw .unexpectedCharacter(character, position: position, text: String(text))
        }
        if pointSeen {
          digitsAfter += 1
          if digitsAfter <= fractionDigits {
            units = units * 10 + Int128(digit)
            keptAfter += 1
          } else if digit != 0 {
            throw .tooManyFractionDigits(
              found: fractionCount(of: text), allowed: fractionDigits, text: String(text))
          }
        } else {
          digitsBefore += 1
          if significantBefore > 0 || digit != 0 { significantBefore += 1 }
          guard significantBefore <= integerDigits else { throw .outOfRange(text: String(text)) }
          units = units * 10 + Int128(digit)
        }
      default:
        throw .unexpectedCharacter(character, position: position, text: String(text))
      }
    }
    guard digitsBefore > 0, !pointSeen || digitsAfter > 0 else {
      guard let last = text.last, digitsBefore > 0 || position > 1 else { throw .empty }
      throw .unexpectedCharacter(last, position: position, text: String(text))
    }
    for _ in keptAfter..<fractionDigits { units *= 10 }
    return negative ? -units : units
  }

  private static func fractionCount(of text: some StringProtocol) -> Int {
    guard let point = text.firstIndex(of: ".") else { return 0 }
    return text.distance(from: point, to: text.endIndex) - 1
  }

  /// Writes a count of 10⁻ⁿ units with no more digits than it needs.
  static func shortest(_ units: Int128, fractionDigits: Int) -> String {
    var text = full(units, fractionDigits: fractionDigits)
    guard fractionDigits > 0 else { return text }
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }

  /// Writes a count of 10⁻ⁿ units with exactly n digits after the point.
  static func full(_ units: Int128, fractionDigits: Int) -> String {
    let digits = String(units.magnitude)
    let sign = units < 0 ? "-" : ""
    guard fractionDigits > 0 else { return sign + digits }
    let padded =
      String(repeating: "0", count: max(0, fractionDigits + 1 - digits.count)) + digits
    let split = padded.index(padded.endIndex, offsetBy: -fractionDigits)
    return "\(sign)\(padded[..<split]).\(padded[split...])"
  }
}
