/// Active or reactive energy, a whole number of millijoules.
///
/// One kilowatt-hour is 3.6 × 10⁹ mJ, so that kilowatts × seconds and decimal kilowatt-hours are
/// both exact to six decimals. [kWh or kvarh]
public struct Energy: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Millijoules (or millivar-seconds).
  public let millijoules: Int128

  /// Makes an energy from millijoules.
  public init(millijoules: Int128) { self.millijoules = millijoules }

  /// Reads kilowatt-hours written with a decimal point and at most six digits after it.
  ///
  /// - Parameter text: ASCII digits. [kWh]
  /// - Throws: ``NumberError``.
  public init(kilowattHours text: some StringProtocol) throws(NumberError) {
    self.init(
      millijoules: try DecimalText.units(of: text, fractionDigits: 6, integerDigits: 10) * 3600)
  }

  /// A whole number of kilowatt-hours.
  public init(kilowattHours: Int) { self.init(millijoules: Int128(kilowattHours) * 3_600_000_000) }

  /// The nearest energy to a billed quantity of kilowatt-hours.
  package init(_ quantity: Quantity) {
    self.init(millijoules: RoundingMode.halfAwayFromZero.divide(quantity.units * 36, by: 10))
  }

  /// No energy.
  public static let zero = Energy(millijoules: 0)

  /// Kilowatt-hours as a billed quantity, to 10⁻⁹ kWh.
  public var quantity: Quantity {
    Quantity(units: RoundingMode.halfAwayFromZero.divide(millijoules * 10, by: 36))
  }

  /// The mean power over a time.
  ///
  /// - Parameter seconds: Above zero. [s]
  /// - Returns: The mean, half away from zero in its sixth digit. [kW]
  public func meanPower(overSeconds seconds: Int) -> Power {
    Power(units: RoundingMode.halfAwayFromZero.divide(millijoules, by: Int128(seconds)))
  }

  /// The energy times `numerator ÷ denominator`, rounded to a millijoule.
  package func scaled(by numerator: Int128, over denominator: Int128) -> Energy {
    Energy(millijoules: WideProduct(millijoules, numerator).divided(by: denominator))
  }

  /// Kilowatt-hours in the shortest text that keeps them (to 10⁻⁹ kWh).
  public var description: String { quantity.description }

  /// Compares by value.
  public static func < (left: Energy, right: Energy) -> Bool {
    left.millijoules < right.millijoules
  }
  /// Adds exactly.
  public static func + (left: Energy, right: Energy) -> Energy {
    Energy(millijoules: left.millijoules + right.millijoules)
  }
  /// Subtracts exactly.
  public static func - (left: Energy, right: Energy) -> Energy {
    Energy(millijoules: left.millijoules - right.millijoules)
  }
  /// Adds in place.
  public static func += (left: inout Energy, right: Energy) { left = left + right }
}
