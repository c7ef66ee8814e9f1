/// An amount of money, exact to 10⁻²¹ of the currency.
///
/// A product of quantity and price is kept whole; it is rounded once, per bill line, to the
/// currency's smallest unit. [currency]
public struct Money: FixedPoint {
  /// Twenty-one digits after the point: nine of a quantity and twelve of a price.
  public static let fractionDigits = 21
  /// Fourteen digits before the point.
  public static let integerDigits = 14
  /// 10⁻²¹ of the currency unit.
  public let units: Int128

  /// Makes an amount from 10⁻²¹ of the currency unit.
  public init(units: Int128) { self.units = units }

  /// The amount times a rate such as −0.0075, rounded to 10⁻²¹.
  public func times(_ rate: Rate) -> Money {
    Money(units: WideProduct(units, rate.units).divided(by: Rate.unitsPerOne))
  }

  /// The amount per unit of a quantity.
  ///
  /// - Parameters:
  ///   - quantity: What the amount is spread over.
  ///   - digits: Digits after the point that are kept; at most 12.
  /// - Returns: Nothing when the quantity is zero.
  public func per(_ quantity: Quantity, digits: Int = 4) -> Price? {
    guard quantity.units != 0 else { return nil }
    // 10⁻²¹ over 10⁻⁹ leaves 10⁻¹²: the unit of a price.
    let exact =
      quantity.units > 0
      ? RoundingMode.halfAwayFromZero.divide(
        units, by: quantity.units * PowersOfTen.power(12 - digits))
      : RoundingMode.halfAwayFromZero.divide(
        -units, by: -quantity.units * PowersOfTen.power(12 - digits))
    return Price(units: exact * PowersOfTen.power(12 - digits))
  }
}
