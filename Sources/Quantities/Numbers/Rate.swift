/// A pure number: a ratio, a share, or an adjustment as a fraction (−0.0075 for −0.75 %).
public struct Rate: FixedPoint {
  /// Twelve digits after the point.
  public static let fractionDigits = 12
  /// Nine digits before the point.
  public static let integerDigits = 9
  /// Trillionths. [10⁻¹²]
  public let units: Int128

  /// Makes a rate from trillionths.
  public init(units: Int128) { self.units = units }

  /// One: the factor that changes nothing.
  public static let one = Rate(1)

  /// Reads a percentage such as `"-0.75"` as the fraction −0.0075.
  ///
  /// - Parameter text: Percent, with at most ten digits after the point.
  /// - Throws: ``NumberError``.
  public init(percent text: some StringProtocol) throws(NumberError) {
    self.init(
      units: try DecimalText.units(of: text, fractionDigits: 10, integerDigits: 9))
  }

  /// The rate as a percentage, in the shortest text that keeps it.
  public var percentText: String {
    DecimalFigure(units: units, fractionDigits: 10, keepsZeros: false).description
  }

  /// The quotient of two quantities of the same kind, rounded to 10⁻¹².
  ///
  /// - Returns: Nothing when the divisor is zero.
  package init?<Value: FixedPoint>(_ dividend: Value, over divisor: Value) {
    guard divisor.units != 0 else { return nil }
    let negative = divisor.units < 0
    self.init(
      units: WideProduct(negative ? -dividend.units : dividend.units, Rate.unitsPerOne)
        .divided(by: negative ? -divisor.units : divisor.units))
  }
}
