/// A number of a cell, digit by digit as it stands in the file.
///
/// Workbooks hold binary numbers printed with up to 17 digits, of which a spreadsheet shows and a
/// person entered at most 15: `0.10000000000000001` is 0.1.
struct CellNumber: Sendable, Hashable {

  /// The digits a spreadsheet keeps of what is entered.
  static let precision = 15

  /// The most digits that are kept here, more than a binary number has.
  private static let mostDigits = 18

  let isNegative: Bool

  /// The digits without the point and without zeros at the ends; none for zero.
  let digits: [UInt8]

  /// Where the point stands: behind so many digits, or so many zeros before the first where negative.
  let point: Int

  /// Reads a number such as `-12.5` or `3.30001E+12`; nothing for anything else.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    var rest = text[...]
    let sign = rest.first
    if sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { rest = rest.dropFirst() }
    var digits: [UInt8] = []
    var point = 0
    var hasPoint = false
    var hasDigits = false
    while let byte = rest.first {
      if byte == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
        rest = rest.dropFirst()
        continue
      }
      guard ASCII.isDigit(byte) else { break }
      rest = rest.dropFirst()
      hasDigits = true
      let isLeadingZero = digits.isEmpty && byte == UInt8(ascii: "0")
      if !hasPoint, !isLeadingZero { point += 1 }
      if hasPoint, isLeadingZero { point -= 1 }
      if !isLeadingZero, digits.count < Self.mostDigits { digits.append(byte & 0x0F) }
    }
    guard hasDigits else { return nil }
    if let mark = rest.first {
      guard mark | 0x20 == UInt8(ascii: "e"), let exponent = Self.exponent(rest.dropFirst()) else {
        return nil
      }
      point += exponent
    }
    self.init(isNegative: sign == UInt8(ascii: "-"), digits: digits, point: point)
  }

  private init(isNegative: Bool, digits: [UInt8], point: Int) {
    var digits = digits
    while digits.last == 0 { digits.removeLast() }
    self.digits = digits
    self.isNegative = isNegative && !digits.isEmpty
    self.point = digits.isEmpty ? 0 : point
  }

  /// The number rounded to so many digits, halves away from zero.
  func rounded(digits count: Int) -> CellNumber {
    guard digits.count > count else { return self }
    var kept = Array(digits.prefix(count))
    var point = self.point
    if digits[count] >= 5 {
      var at = count - 1
      while at >= 0, kept[at] == 9 {
        kept[at] = 0
        at -= 1
      }
      if at >= 0 {
        kept[at] += 1
      } else {
        kept.insert(1, at: 0)
        point += 1
      }
    }
    return CellNumber(isNegative: isNegative, digits: kept, point: point)
  }

  /// Appends the number in plain decimals without needless zeros.
  ///
  /// From 10^15 on the digits before the point are no longer all known. It is then written
  /// `3.3000123E+21`, which no reader takes for a value or for the number of an account.
  func append(to text: inout [UInt8]) {
    if isNegative { text.append(UInt8(ascii: "-")) }
    let zero = UInt8(ascii: "0")
    let stop = UInt8(ascii: ".")
    if point > Self.precision {
      text.append(digits[0] + zero)
      text.append(stop)
      text.append(contentsOf: digits.count > 1 ? digits.dropFirst().map { $0 + zero } : [zero])
      text.append(contentsOf: "E+\(point - 1)".utf8)
      return
    }
    if point <= 0 {
      text.append(zero)
      if digits.isEmpty { return }
      text.append(stop)
      text.append(contentsOf: repeatElement(zero, count: -point))
    }
    for (index, digit) in digits.enumerated() {
      if index == point, point > 0 { text.append(stop) }
      text.append(digit + zero)
    }
    if point > digits.count {
      text.append(contentsOf: repeatElement(zero, count: point - digits.count))
    }
  }

  /// The number times `factor`, rounded to a whole number; nothing from a billion on.
  func whole(times factor: Int128) -> Int128? {
    guard point <= 10 else { return nil }
    var value: Int128 = 0
    for digit in digits { value = value * 10 + Int128(digit) }
    value *= factor
    var shift = digits.count - point
    while shift < 0 {
      value *= 10
      shift += 1
    }
    // Beyond this every digit of the number stands far behind the point.
    guard shift <= 30 else { return 0 }
    var divisor: Int128 = 1
    for _ in 0..<shift { divisor *= 10 }
    let result = (value + divisor / 2) / divisor
    return isNegative ? -result : result
  }

  /// Whether a text is a number that stays as it is written, as most are.
  static func isPlain(_ text: [UInt8]) -> Bool {
    var digits = 0
    var hasPoint = false
    for (index, byte) in text.enumerated() {
      if ASCII.isDigit(byte) {
        digits += 1
      } else if byte == UInt8(ascii: "."), !hasPoint, digits > 0 {
        hasPoint = true
      } else if byte != UInt8(ascii: "-") || index > 0 {
        return false
      }
    }
    guard (1...precision).contains(digits), let last = text.last else { return false }
    let whole = text.drop { $0 == UInt8(ascii: "-") }.prefix { $0 != UInt8(ascii: ".") }
    if whole.count > 1, whole.first == UInt8(ascii: "0") { return false }
    return !hasPoint || last != UInt8(ascii: "0") && last != UInt8(ascii: ".")
  }

  private static func exponent(_ text: some Collection<UInt8>) -> Int? {
    var rest = text[...]
    let sign = rest.first
    if sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { rest = rest.dropFirst() }
    guard (1...3).contains(rest.count), rest.allSatisfy(ASCII.isDigit) else { return nil }
    let value = rest.reduce(0) { $0 * 10 + Int($1 & 0x0F) }
    return sign == UInt8(ascii: "-") ? -value : value
  }
}
