import Quantities

/// A number as a cell holds it, before anyone knows what it counts.
enum WrittenNumber {
  /// A whole number of 10⁻ⁿ.
  case number(mantissa: Int128, fractionDigits: Int)
  /// A word that stands for no value, or nothing.
  case missing
  /// A number with more digits behind its point than are read.
  case tooFine
  /// A number with more digits before its point than any figure has.
  case tooLarge
  /// Something else.
  case unreadable

  static let mostFractionDigits = 15
  /// A binary number of 64 bits is printed with so many digits at most; such prints may have more
  /// digits behind the point, which are rounded to ``mostFractionDigits``.
  private static let mostBinaryDigits = 17
  private static let mostIntegerDigits = 20

  /// Reads a sign, digits and at most one point, or a word that stands for no value; also `.5`
  /// where the format allows a bare point.
  init(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, allowsBarePoint: Bool = false
  ) {
    var position = start
    guard position < end else {
      self = .missing
      return
    }
    let isNegative = bytes[position] == Byte.hyphen
    if isNegative || bytes[position] == Byte.plus { position += 1 }
    var mantissa: Int128 = 0
    var integerDigits = 0
    var fractionDigits = 0
    var trailingZeros = 0
    var leadingZeros = 0
    while position < end, Byte.isDigit(bytes[position]) {
      mantissa = mantissa * 10 + Int128(bytes[position] - Byte.zero)
      if mantissa > 0 { integerDigits += 1 }
      guard integerDigits <= Self.mostIntegerDigits else {
        self = Self.isNumber(bytes, position, end) ? .tooLarge : .unreadable
        return
      }
      position += 1
    }
    let isBare = allowsBarePoint && position + 1 < end && bytes[position] == Byte.point
    guard isBare || position > start && Byte.isDigit(bytes[position - 1]) else {
      self = MissingWord.matches(bytes[start..<end]) ? .missing : .unreadable
      return
    }
    if position < end, bytes[position] == Byte.point {
      position += 1
      let first = position
      while position < end, Byte.isDigit(bytes[position]) {
        let digit = Int128(bytes[position] - Byte.zero)
        position += 1
        if digit == 0 {
          trailingZeros += 1
          continue
        }
        fractionDigits += trailingZeros + 1
        let digits = mantissa == 0 ? 1 : integerDigits + fractionDigits
        if mantissa == 0 { leadingZeros = fractionDigits - 1 }
        guard
          fractionDigits <= Self.mostFractionDigits
            || digits - leadingZeros <= Self.mostBinaryDigits
        else {
          self = Self.isNumber(bytes, position, end) ? .tooFine : .unreadable
          return
        }
        mantissa = mantissa * PowersOfTen.power(trailingZeros + 1) + digit
        trailingZeros = 0
      }
      guard position > first else {
        self = .unreadable
        return
      }
    }
    guard position == end else {
      self = .unreadable
      return
    }
    if fractionDigits > Self.mostFractionDigits {
      let excess = PowersOfTen.power(fractionDigits - Self.mostFractionDigits)
      mantissa = RoundingMode.halfAwayFromZero.divide(mantissa, by: excess)
      fractionDigits = Self.mostFractionDigits
    }
    self = .number(
      mantissa: isNegative ? -mantissa : mantissa, fractionDigits: fractionDigits)
  }

  private static func isNumber(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Bool {
    bytes[start..<end].allSatisfy { Byte.isDigit($0) || $0 == Byte.point }
  }
}
