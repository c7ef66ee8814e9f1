/// A price for one unit of whatever is billed, exact to 10⁻¹² of the currency.
///
/// Prices are read from text and held as whole numbers, so that no price ever passes through binary
/// floating point and a printed `0.4093` is billed as `0.4093`. [currency/unit]
public struct Price: FixedPoint {
  /// Twelve digits after the point.
  public static let fractionDigits = 12
  /// Six digits before the point.
  public static let integerDigits = 6
  /// Trillionths of one currency unit. [10⁻¹² currency/unit]
  public let units: Int128

  /// Makes a price from trillionths of the currency unit.
  public init(units: Int128) { self.units = units }

  /// The price times a factor, rounded to 10⁻¹².
  ///
  /// - Parameter rate: A factor such as 1.49 for a peak ratio.
  /// - Returns: The product, half away from zero in its twelfth digit.
  public func times(_ rate: Rate) -> Price {
    Price(units: WideProduct(units, rate.units).divided(by: Rate.unitsPerOne))
  }
}
