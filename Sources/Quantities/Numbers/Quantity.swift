/// How much of something is billed (kWh, kW, kVA, kvarh, months), exact to 10⁻⁹ of its unit.
public struct Quantity: FixedPoint {
  /// Nine digits after the point.
  public static let fractionDigits = 9
  /// Ten digits before the point.
  public static let integerDigits = 10
  /// Billionths of the unit.
  public let units: Int128

  /// Makes a quantity from billionths of its unit.
  public init(units: Int128) { self.units = units }

  /// Quantity × price, exact.
  ///
  /// - Parameter price: Per unit of the quantity. [currency/unit]
  /// - Returns: The unrounded amount; a quantity has 9 digits and a price 12, an amount keeps 21.
  public func times(_ price: Price) -> Money { Money(units: units * price.units) }

  /// The quantity times a factor, rounded to 10⁻⁹.
  package func times(_ rate: Rate, mode: RoundingMode = .halfAwayFromZero) -> Quantity {
    Quantity(units: WideProduct(units, rate.units).divided(by: Rate.unitsPerOne, mode: mode))
  }

  /// So much for each kilowatt or kilovolt-ampere of a capacity: 260 kWh/kVA × 1000 kVA, exact.
  package func times(_ capacity: Power) -> Quantity {
    Quantity(units: WideProduct(units, capacity.units).divided(by: Power.unitsPerOne))
  }

  /// This quantity's share `part ÷ whole` of itself, rounded to 10⁻⁹.
  package func scaled(by part: Quantity, over whole: Quantity) -> Quantity {
    Quantity(units: WideProduct(units, part.units).divided(by: whole.units))
  }
}
