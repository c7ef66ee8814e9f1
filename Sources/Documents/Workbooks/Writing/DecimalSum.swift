/// An exact sum of decimal texts.
struct DecimalSum: Sendable {

  /// With so many digits on either side no sum over the rows of a sheet overflows.
  static let integerDigits = 30
  static let fractionDigits = 36

  private static let unit = (0..<fractionDigits).reduce(Int128(1)) { power, _ in power * 10 }

  private var whole: Int128 = 0

  /// In 10⁻³⁶, less than one.
  private var fraction: Int128 = 0

  /// Adds `-12.50`.
  ///
  /// - Returns: Whether the text is a decimal number of that many digits at most; if not, nothing is
  ///   added.
  mutating func add(_ text: String) -> Bool {
    var rest = text.utf8[...]
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative { rest.removeFirst() }
    let parts = rest.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy({ $0.allSatisfy(ASCII.isDigit) }),
      (1...Self.integerDigits).contains(parts[0].count)
    else { return false }
    let whole = Self.number(parts[0])
    var fraction: Int128 = 0
    if parts.count == 2 {
      guard (1...Self.fractionDigits).contains(parts[1].count) else { return false }
      fraction = Self.number(parts[1])
      for _ in parts[1].count..<Self.fractionDigits { fraction *= 10 }
    }
    self.whole += isNegative ? -whole : whole
    self.fraction += isNegative ? -fraction : fraction
    if abs(self.fraction) >= Self.unit {
      self.whole += self.fraction.signum()
      self.fraction -= self.fraction.signum() * Self.unit
    }
    return true
  }

  /// The sum, without needless zeros.
  var text: String {
    var whole = whole
    var fraction = fraction
    // Both must have one sign before they are written side by side.
    if whole > 0, fraction < 0 {
      whole -= 1
      fraction += Self.unit
    } else if whole < 0, fraction > 0 {
      whole += 1
      fraction -= Self.unit
    }
    let sign = whole < 0 || fraction < 0 ? "-" : ""
    guard fraction != 0 else { return "\(sign)\(whole.magnitude)" }
    var digits = String(fraction.magnitude)
    digits = String(repeating: "0", count: Self.fractionDigits - digits.count) + digits
    while digits.last == "0" { digits.removeLast() }
    return "\(sign)\(whole.magnitude).\(digits)"
  }

  /// The number of a decimal text, correctly rounded; nothing for any other text.
  static func binary(_ text: String) -> Double? {
    var sum = DecimalSum()
    guard sum.add(text), let value = Double(text) else { return nil }
    // There is no negative zero in a table.
    return value == 0 ? 0 : value
  }

  private static func number(_ digits: some Collection<UInt8>) -> Int128 {
    digits.reduce(0) { $0 * 10 + Int128($1 & 0x0F) }
  }
}
