import Quantities

/// A number of the database, which passed through binary floating point, on one of our scales.
enum URDBNumber<Value: FixedPoint> {

  /// A number that was kept, and whether digits were lost.
  case kept(Value, isRounded: Bool)

  /// A number larger than any on a bill, as which the database writes "without limit".
  case beyond

  /// Reads a number of JSON: digits, a point and an exponent.
  init(_ text: String) {
    let parts = text.split(whereSeparator: { $0 == "e" || $0 == "E" })
    let mantissa = parts.first ?? ""
    let exponentText = parts.count > 1 ? parts[1] : "0"
    // Beyond this far no exponent makes a difference, however many digits there are.
    let far = 1_000_000_000
    let exponent = min(
      max(Int(exponentText) ?? (exponentText.hasPrefix("-") ? -far : far), -far), far)
    let halves = mantissa.split(separator: ".", omittingEmptySubsequences: false)
    let fraction = halves.count > 1 ? halves[1] : ""
    let digits = ((halves.first ?? "") + fraction).compactMap(\.wholeNumberValue)
      .drop { $0 == 0 }
    let scale = exponent - fraction.count
    guard !digits.isEmpty else {
      self = .kept(.zero, isRounded: false)
      return
    }
    guard digits.count + scale <= Value.integerDigits else {
      self = .beyond
      return
    }
    let lost = max(0, -(scale + Value.fractionDigits))
    let kept = digits.dropLast(lost)
    let dropped = digits.dropFirst(kept.count)
    var units = kept.reduce(Int128(0)) { $0 * 10 + Int128($1) }
    for _ in 0..<max(0, scale + Value.fractionDigits) { units *= 10 }
    // Half away from zero; where more digits are lost than there are, the first lost one is 0.
    if lost <= digits.count, let first = dropped.first, first >= 5 { units += 1 }
    self = .kept(
      Value(units: mantissa.hasPrefix("-") ? -units : units),
      isRounded: dropped.contains { $0 != 0 })
  }
}
