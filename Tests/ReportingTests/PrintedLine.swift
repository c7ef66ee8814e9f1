import Reporting
import Testing

/// A bill line as an explanation prints it, read back with nothing but the text: whole numbers,
/// no binary floating point, and no figure of the program's own.
struct PrintedLine {
  let charge: String
  /// The product of the two factors. [10⁻²¹ of the currency]
  let product: Int128
  let printedProduct: Int128
  /// The product rounded half away from zero to two digits.
  let rounded: Int128
  let printedAmount: Int128

  private static let digits = 21

  /// Every line of an explanation, in order.
  static func all(in text: String) throws -> [PrintedLine] {
    var charge = ""
    var lines: [PrintedLine] = []
    for row in text.split(separator: "\n") {
      if let end = row.firstRange(of: "  (")?.lowerBound, row.first != " " {
        charge = String(row[..<end])
      }
      guard row.hasPrefix("  Amount ") else { continue }
      lines.append(try PrintedLine(charge: charge, row.dropFirst(9)))
    }
    return lines
  }

  private init(charge: String, _ row: Substring) throws {
    let sides = row.split(separator: " = ")
    let factors = try #require(sides.first).split(separator: " × ")
    let results = try #require(sides.last).split(separator: " → ")
    try #require(sides.count == 2 && factors.count == 2 && results.count == 2)
    let first = try Self.decimal(factors[0])
    var second = try Self.decimal(factors[1])
    if factors[1].hasSuffix("%") { second.scale += 2 }
    let scale = first.scale + second.scale
    try #require(scale <= Self.digits)
    var product = first.units * second.units
    for _ in scale..<Self.digits { product *= 10 }
    self.charge = charge
    self.product = product
    printedProduct = try Self.full(results[0])
    printedAmount = try Self.full(results[1])
    var cent: Int128 = 1
    for _ in 2..<Self.digits { cent *= 10 }
    let half = product < 0 ? -cent / 2 : cent / 2
    rounded = (product + half) / cent * cent
  }

  private static func full(_ text: Substring) throws -> Int128 {
    var decimal = try decimal(text)
    while decimal.scale < digits {
      (decimal.units, decimal.scale) = (decimal.units * 10, decimal.scale + 1)
    }
    return decimal.units
  }

  /// The number at the start of a text: its digits, and how many stand after the point.
  private static func decimal(_ text: Substring) throws -> (units: Int128, scale: Int) {
    let number = try #require(text.split(separator: " ").first)
    var units: Int128 = 0
    var scale = 0
    var afterPoint = false
    for character in number where character != "\u{2212}" {
      if character == "." {
        afterPoint = true
        continue
      }
      units = units * 10 + Int128(try #require(character.wholeNumberValue))
      if afterPoint { scale += 1 }
    }
    return (number.first == "\u{2212}" ? -units : units, scale)
  }
}
