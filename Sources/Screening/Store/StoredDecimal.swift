import Quantities

/// Exact numbers as the decimal text that stands in a store.
///
/// A store reads back whatever a run has written, so that there is no limit of size but that of the
/// numbers themselves.
enum StoredDecimal {
  /// Digits after the point that tell millijoules apart in kilowatt-hours: one step of the last
  /// digit is 0.36 mJ.
  private static let energyDigits = 10

  /// The text of a number.
  ///
  /// - Parameters:
  ///   - value: The number.
  ///   - digits: The fewest digits after the point.
  /// - Returns: The shortest text with so many digits that keeps the value.
  static func text(_ value: some FixedPoint, digits: Int = 0) -> String {
    let text = value.description
    guard digits > 0 else { return text }
    let written = text.firstIndex(of: ".").map { text[$0...].count - 1 }
    return text + (written == nil ? "." : "")
      + String(repeating: "0", count: max(0, digits - (written ?? 0)))
  }

  /// Kilowatt-hours, from which the millijoules are found again.
  static func text(_ energy: Energy) -> String {
    // A rate has twelve digits after the point.
    Rate(units: energy.scaled(by: 100, over: 36).millijoules * 100).description
  }

  /// A number; nothing for a text that is none.
  static func value<Value: FixedPoint>(_ text: String) -> Value? {
    units(text, digits: Value.fractionDigits).map { Value(units: $0) }
  }

  /// An energy; nothing for a text that is none.
  static func energy(_ text: String) -> Energy? {
    units(text, digits: energyDigits).map { Energy(millijoules: $0).scaled(by: 36, over: 100) }
  }

  private static func units(_ text: String, digits: Int) -> Int128? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let fraction = parts.count == 2 ? parts[1] : ""
    let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
    guard parts.count == 1 || (parts.count == 2 && !fraction.isEmpty),
      parts[0].utf8.last.map(isDigit) ?? false, fraction.utf8.allSatisfy(isDigit),
      fraction.utf8.count <= digits
    else { return nil }
    return Int128(parts[0] + fraction + String(repeating: "0", count: digits - fraction.utf8.count))
  }

  /// A number as a whole number of steps of its nth digit after the point, half away from zero;
  /// nothing where there are too many to be added.
  static func steps(_ value: some FixedPoint, digits: Int) -> Int64? {
    func step<Value: FixedPoint>(_ value: Value) -> Int128 {
      (0..<max(0, Value.fractionDigits - digits)).reduce(1) { step, _ in step * 10 }
    }
    return Int64(exactly: RoundingMode.halfAwayFromZero.divide(value.units, by: step(value)))
  }
}
