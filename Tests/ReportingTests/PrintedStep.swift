/// A step of an explanation such as `floor: 40 % × 16300 kVA = 6520 kW`, read back and reckoned.
struct PrintedStep {
  private let left: Double
  private let exact: Double
  private let exactDigits: Int
  private let rounded: Double?
  private let roundedDigits: Int

  /// Whether the left side gives what is printed, and the rounding is to the nearest.
  var holds: Bool {
    guard Self.near(left, exact, digits: exactDigits) else { return false }
    guard let rounded else { return true }
    return abs(exact - rounded) <= 0.5 * Self.power(roundedDigits) * (1 + 1e-9) + 1e-9
  }

  init?(_ step: String) {
    // What stands before the last colon is words.
    let body = step.split(separator: ": ").last { $0.contains(" = ") } ?? Substring(step)
    let sides = body.split(separator: " = ")
    guard sides.count == 2 else { return nil }
    var formula = sides[0]
    // A comparison names its left side first: `1866000 kWh ≥ 260 kWh/kVA × 6300 kVA`.
    for sign in [" ≥ ", " < "] {
      if let range = formula.firstRange(of: sign) { formula = formula[range.upperBound...] }
    }
    var parser = Parser(formula)
    guard let value = parser.sum(), parser.isAtEnd else { return nil }
    left = value
    let results = sides[1].split(separator: " → ")
    guard let exact = Self.number(results[0]) else { return nil }
    (self.exact, exactDigits) = exact
    let rounded = results.count > 1 ? Self.number(results[1]) : nil
    self.rounded = rounded?.value
    roundedDigits = rounded?.digits ?? 0
  }

  private static func near(_ left: Double, _ right: Double, digits: Int) -> Bool {
    // Digits beyond those printed may have been dropped or rounded; six are always there.
    abs(left - right) <= max(1e-12 * abs(left), digits >= 6 ? power(digits) : 1e-9)
  }

  private static func power(_ digits: Int) -> Double {
    (0..<digits).reduce(1.0) { value, _ in value / 10 }
  }

  private static func number(_ text: Substring) -> (value: Double, digits: Int)? {
    guard let word = text.split(separator: " ").first else { return nil }
    let plain = word.map { $0 == "\u{2212}" ? "-" : String($0) }.joined()
      .filter { $0 != "," }
    guard let value = Double(plain) else { return nil }
    let fraction = plain.split(separator: ".").dropFirst().first ?? ""
    return (value, fraction.count)
  }

  /// Sums, products, quotients, squares, roots, the greater of several; units are passed over.
  private struct Parser {
    private var rest: [Substring]

    init(_ text: Substring) {
      var spaced = ""
      for character in text {
        switch character {
        case "(", ")", "√", "²", ",": spaced += " \(character) "
        default: spaced.append(character)
        }
      }
      rest = spaced.split(separator: " ").map { Substring($0) }
    }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func sum() -> Double? {
      guard var value = product() else { return nil }
      while let sign = rest.first, sign == "+" || sign == "\u{2212}" {
        rest.removeFirst()
        guard let next = product() else { return nil }
        value += sign == "+" ? next : -next
      }
      return value
    }

    private mutating func product() -> Double? {
      guard var value = factor() else { return nil }
      while let sign = rest.first, sign == "×" || sign == "÷" {
        rest.removeFirst()
        guard let next = factor() else { return nil }
        value = sign == "×" ? value * next : value / next
      }
      return value
    }

    private mutating func factor() -> Double? {
      guard let word = rest.first else { return nil }
      rest.removeFirst()
      switch word {
      case "(":
        guard let value = sum(), rest.first == ")" else { return nil }
        rest.removeFirst()
        return value
      case "√":
        return factor()?.squareRoot()
      case "max":
        return greatest()
      default:
        let plain = word.map { $0 == "\u{2212}" ? "-" : String($0) }.joined()
        guard var value = Double(plain) else { return nil }
        while let suffix = rest.first, Self.isSuffix(suffix) {
          rest.removeFirst()
          if suffix == "²" { value *= value }
          if suffix == "%" { value /= 100 }
        }
        return value
      }
    }

    private mutating func greatest() -> Double? {
      guard rest.first == "(" else { return nil }
      var greatest = -Double.infinity
      repeat {
        rest.removeFirst()
        guard let value = sum() else { return nil }
        greatest = max(greatest, value)
      } while rest.first == ","
      guard rest.first == ")" else { return nil }
      rest.removeFirst()
      return greatest
    }

    private static func isSuffix(_ word: Substring) -> Bool {
      word == "²" || word == "%" || word.first?.isLetter == true && word != "max"
    }
  }
}
