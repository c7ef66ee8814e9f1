/// A quantity held as a whole number of 10⁻ⁿ units, so that decimal text is kept exactly.
public protocol FixedPoint: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Digits kept after the decimal point.
  static var fractionDigits: Int { get }
  /// Digits accepted before the decimal point when reading.
  static var integerDigits: Int { get }
  /// The whole number of 10⁻ⁿ units.
  var units: Int128 { get }
  /// Makes a quantity from a whole number of 10⁻ⁿ units.
  init(units: Int128)
}

extension FixedPoint {
  /// Reads a number written with a decimal point.
  ///
  /// - Parameter text: ASCII digits with at most one point, such as `"0.4093"` or `"-0.02"`.
  /// - Throws: ``NumberError``: commas, blanks, exponents, units and full-width characters are
  ///   refused, as are digits beyond those the quantity keeps.
  public init(_ text: some StringProtocol) throws(NumberError) {
    self.init(
      units: try DecimalText.units(
        of: text, fractionDigits: Self.fractionDigits, integerDigits: Self.integerDigits))
  }

  /// A whole number of units.
  public init(_ whole: Int) {
    self.init(units: Int128(whole) * Self.unitsPerOne)
  }

  /// Nothing.
  public static var zero: Self { Self(units: 0) }

  /// 10ⁿ: the number of `units` in one.
  package static var unitsPerOne: Int128 { PowersOfTen.power(fractionDigits) }

  /// The shortest decimal text that keeps the value.
  public var description: String { figure.description }

  /// The value on its way into text, with no more digits than it needs.
  package var figure: DecimalFigure {
    DecimalFigure(units: units, fractionDigits: Self.fractionDigits, keepsZeros: false)
  }

  /// The value with a fixed number of digits after the point, rounded half away from zero.
  ///
  /// - Parameter digits: Digits after the point, at most ``fractionDigits``.
  /// - Returns: Text such as `"240000.00"`.
  public func text(digits: Int) -> String { figure(digits: digits).description }

  /// The value on its way into text, with a fixed number of digits after the point.
  package func figure(digits: Int) -> DecimalFigure {
    let step = PowersOfTen.power(Self.fractionDigits - digits)
    return DecimalFigure(
      units: RoundingMode.halfAwayFromZero.divide(units, by: step), fractionDigits: digits,
      keepsZeros: true)
  }

  /// The value rounded to a number of digits after the point.
  package func rounded(digits: Int, mode: RoundingMode = .halfAwayFromZero) -> Self {
    guard digits < Self.fractionDigits else { return self }
    return Self(
      units: mode.round(units, toMultipleOf: PowersOfTen.power(Self.fractionDigits - digits)))
  }

  /// Compares by value.
  public static func < (left: Self, right: Self) -> Bool { left.units < right.units }
  /// Adds exactly.
  public static func + (left: Self, right: Self) -> Self { Self(units: left.units + right.units) }
  /// Subtracts exactly.
  public static func - (left: Self, right: Self) -> Self { Self(units: left.units - right.units) }
  /// Changes the sign.
  public static prefix func - (value: Self) -> Self { Self(units: -value.units) }
  /// Adds in place.
  public static func += (left: inout Self, right: Self) { left = left + right }
  /// Subtracts in place.
  public static func -= (left: inout Self, right: Self) { left = left - right }

  /// The value without its sign.
  package var magnitude: Self { units < 0 ? Self(units: -units) : self }
  /// Whether the value is below zero.
  package var isNegative: Bool { units < 0 }
}
