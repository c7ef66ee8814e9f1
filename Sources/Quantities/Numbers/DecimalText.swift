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
    written(units, fractionDigits: fractionDigits, keepsZeros: false)
  }

  /// Writes a count of 10⁻ⁿ units with exactly n digits after the point.
  static func full(_ units: Int128, fractionDigits: Int) -> String {
    written(units, fractionDigits: fractionDigits, keepsZeros: true)
  }

  /// What 64 bits hold of a number; dividing them is many times as fast as dividing 128.
  private static let chunk: (value: UInt128, digits: Int) = (1_000_000_000_000_000_000, 18)

  private static func written(
    _ units: Int128, fractionDigits: Int, keepsZeros: Bool
  ) -> String {
    // 39 digits at the most, and a fraction that is longer than the number.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 40 + fractionDigits) { digits in
      var count = 0
      var rest = units.magnitude
      while rest > 0 {
        let (high, low) =
          rest < chunk.value ? (0, rest) : rest.quotientAndRemainder(dividingBy: chunk.value)
        var part = UInt64(low)
        var left = chunk.digits
        while left > 0, high > 0 || part > 0 {
          digits[count] = UInt8(part % 10)
          part /= 10
          count += 1
          left -= 1
        }
        rest = high
      }
      while count <= fractionDigits {
        digits[count] = 0
        count += 1
      }
      var first = 0
      if !keepsZeros {
        while first < fractionDigits, digits[first] == 0 { first += 1 }
      }
      // No more than it takes: texts of up to 15 bytes need no memory of their own.
      let last = first
      let length = count - last + (units < 0 ? 1 : 0) + (last < fractionDigits ? 1 : 0)
      return String(unsafeUninitializedCapacity: length) { text in
        var position = 0
        func write(_ byte: UInt8) {
          text[position] = byte
          position += 1
        }
        if units < 0 { write(UInt8(ascii: "-")) }
        for index in (last..<count).reversed() {
          if index == fractionDigits - 1 { write(UInt8(ascii: ".")) }
          write(UInt8(ascii: "0") + digits[index])
        }
        return position
      }
    }
  }
}
