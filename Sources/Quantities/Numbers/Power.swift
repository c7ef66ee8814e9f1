/// Active, reactive or apparent power, or an installed capacity, exact to one milliwatt.
/// [kW, kvar or kVA]
public struct Power: FixedPoint {
  /// Six digits after the point: milliwatts in a kilowatt.
  public static let fractionDigits = 6
  /// Seven digits before the point: no single account draws more than 10 GW.
  public static let integerDigits = 7
  /// Milliwatts (or millivolt-amperes). [10⁻⁶ kW]
  public let units: Int128

  /// Makes a power from milliwatts.
  public init(units: Int128) { self.units = units }

  /// The power as a billed quantity.
  public var quantity: Quantity { Quantity(units: units * 1000) }

  /// The power times a factor, rounded to a milliwatt.
  package func times(_ rate: Rate, mode: RoundingMode = .halfAwayFromZero) -> Power {
    Power(units: WideProduct(units, rate.units).divided(by: Rate.unitsPerOne, mode: mode))
  }
}
