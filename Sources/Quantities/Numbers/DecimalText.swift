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

  /// What 64 bits hold of a number; dividing them is many times as fast as dividing 128.
  private static let chunk: (value: UInt128, digits: Int) = (1_000_000_000_000_000_000, 18)

  /// Writes a count of 10⁻ⁿ units from its last digit to its first.
  ///
  /// - Parameters:
  ///   - units: The count.
  ///   - fractionDigits: n.
  ///   - keepsZeros: Whether there are n digits after the point, or no more than it needs.
  ///   - use: Takes the text, in ASCII.
  /// - Returns: What was made of it.
  static func withText<Result>(
    of units: Int128, fractionDigits: Int, keepsZeros: Bool,
    _ use: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    // 39 digits at the most, a fraction that is longer than the number, a point and a sign.
    let capacity = 42 + fractionDigits
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: capacity) { text in
      var start = capacity
      var place = 0
      var rest = units.magnitude
      func write(_ byte: UInt8) {
        start -= 1
        text[start] = byte
      }
      func digit(_ value: UInt64) {
        if place == fractionDigits, start < capacity { write(UInt8(ascii: ".")) }
        if value > 0 || keepsZeros || start < capacity || place >= fractionDigits {
          write(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value))
        }
        place += 1
      }
      while rest > 0 {
        let (high, low) =
          rest < chunk.value ? (0, rest) : rest.quotientAndRemainder(dividingBy: chunk.value)
        var part = UInt64(low)
        var left = chunk.digits
        // Amounts keep many more digits than they have; most are zeros at the end.
        while left > 6, !keepsZeros, start == capacity, place + 6 <= fractionDigits,
          part.isMultiple(of: 1_000_000)
        {
          part /= 1_000_000
          place += 6
          left -= 6
        }
        while left > 0, high > 0 || part > 0 {
          digit(part % 10)
          part /= 10
          left -= 1
        }
        rest = high
      }
      while place <= fractionDigits { digit(0) }
      if units < 0 { write(UInt8(ascii: "-")) }
      return use(UnsafeBufferPointer(rebasing: text[start...]))
    }
  }
}
