/// Numbers as an element's text holds them; codes padded with blanks are seen in real files.
enum GreenButtonNumber {
  /// What was found where a number is expected.
  enum Decimal: Equatable {
    /// A whole number of 10⁻ᵖˡᵃᶜᵉˢ.
    case value(Int64, places: Int)
    /// More digits behind the point than are kept.
    case tooFine
    /// Beyond 64 bits.
    case tooLarge
    case unreadable
  }

  /// Digits kept behind a point; the schema allows none.
  static let mostPlaces = 7

  /// A whole number; nothing for any other text, and for numbers beyond 64 bits.
  static func whole(_ text: UnsafeBufferPointer<UInt8>) -> Int64? {
    guard case .value(let value, places: 0) = decimal(text) else { return nil }
    return value
  }

  /// A number with or without a point.
  static func decimal(_ text: UnsafeBufferPointer<UInt8>) -> Decimal {
    var position = 0
    var end = text.count
    while position < end, isBlank(text[position]) { position += 1 }
    while end > position, isBlank(text[end - 1]) { end -= 1 }
    let isNegative = position < end && text[position] == Byte.hyphen
    if isNegative || position < end && text[position] == Byte.plus { position += 1 }
    if let short = shortWhole(text, position, end) {
      return .value(isNegative ? -short : short, places: 0)
    }
    let first = position
    var magnitude: UInt64 = 0
    var places = 0
    var zeros = 0
    var isBeyond = false
    var isBehindPoint = false
    var digits = 0
    while position < end {
      let byte = text[position]
      position += 1
      if byte == Byte.point, !isBehindPoint, position - 1 > first, position < end {
        isBehindPoint = true
        continue
      }
      guard Byte.isDigit(byte) else { return .unreadable }
      digits += 1
      // Zeros at the end of a fraction say nothing: 5.50 is 5.5.
      if isBehindPoint, byte == Byte.zero {
        zeros += 1
        continue
      }
      var steps = 1
      if isBehindPoint {
        places += zeros + 1
        steps += zeros
        zeros = 0
      }
      for step in 1...steps {
        let digit = step == steps ? UInt64(byte - Byte.zero) : 0
        let (tens, isOver) = magnitude.multipliedReportingOverflow(by: 10)
        let (sum, isOverToo) = tens.addingReportingOverflow(digit)
        magnitude = sum
        isBeyond = isBeyond || isOver || isOverToo
        if isBeyond || places > mostPlaces { break }
      }
    }
    guard digits > 0 else { return .unreadable }
    guard places <= mostPlaces else { return .tooFine }
    guard !isBeyond, let value = Int64(exactly: magnitude) else { return .tooLarge }
    return .value(isNegative ? -value : value, places: places)
  }

  /// A run of up to 18 digits, which is what nearly all values are.
  private static func shortWhole(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Int64? {
    guard start < end, end - start <= 18 else { return nil }
    var number: Int64 = 0
    for position in start..<end {
      guard Byte.isDigit(text[position]) else { return nil }
      number = number &* 10 &+ Int64(text[position] &- Byte.zero)
    }
    return number
  }

  /// Blanks of XML.
  static func isBlank(_ byte: UInt8) -> Bool {
    byte == Byte.space || byte == Byte.lineFeed || byte == Byte.tab || byte == Byte.carriageReturn
  }
}
