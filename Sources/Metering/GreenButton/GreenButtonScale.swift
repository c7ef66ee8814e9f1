import Quantities

/// Turns values of one reading type into millijoules.
struct GreenButtonScale {
  /// What became of a value.
  enum Outcome: Equatable {
    case exact(Int64)
    /// The value is finer than a millijoule; half was rounded away from zero.
    case rounded(Int64)
    /// 10 GW or more on the mean.
    case tooLarge
  }

  /// The powers of ten ESPI knows.
  static let multipliers: Set<Int64> = [-12, -9, -6, -3, -2, -1, 0, 1, 2, 3, 6, 9, 12]

  /// The millijoules of one unit as a fraction.
  private let numerator: Int128
  private let denominator: Int128
  /// Whether values are powers, to be multiplied by the seconds they hold for.
  private let isPower: Bool
  /// The factor where it is whole and small enough to be used as it is.
  private let whole: Int64?

  /// - Parameters:
  ///   - millijoules: Millijoules of one unit, or of one unit over a second.
  ///   - multiplier: The power of ten values are to be multiplied by, -12 to 12.
  ///   - isPower: Whether values are powers.
  init(millijoules: Int128, multiplier: Int, isPower: Bool) {
    numerator = multiplier > 0 ? millijoules * PowersOfTen.power(multiplier) : millijoules
    denominator = multiplier < 0 ? PowersOfTen.power(-multiplier) : 1
    self.isPower = isPower
    whole = denominator == 1 && !isPower ? Int64(exactly: numerator) : nil
  }

  /// What 10 GW are over some seconds, at most what is left of 64 bits after rounding. [mJ]
  private static func limit(_ seconds: Int) -> UInt64 {
    let power = UInt64(DecimalScale.limitKilowatts) * 1_000_000
    let (energy, isBeyond) = power.multipliedReportingOverflow(by: UInt64(seconds))
    return isBeyond ? UInt64(Int64.max) : min(energy, UInt64(Int64.max))
  }

  /// The energy of a whole number of 10⁻ᵖˡᵃᶜᵉˢ units over some seconds.
  func energy(_ value: Int64, places: Int, seconds: Int) -> Outcome {
    let limit = Self.limit(seconds)
    if let whole, places == 0 {
      let (energy, isBeyond) = value.multipliedReportingOverflow(by: whole)
      guard !isBeyond, energy.magnitude < limit else { return .tooLarge }
      return .exact(energy)
    }
    let factor = isPower ? numerator * Int128(seconds) : numerator
    let (product, isBeyond) = Int128(value).multipliedReportingOverflow(by: factor)
    guard !isBeyond else { return .tooLarge }
    let parts = denominator * PowersOfTen.power(places)
    let (quotient, remainder) = product.quotientAndRemainder(dividingBy: parts)
    guard let energy = Int64(exactly: quotient), energy.magnitude < limit else {
      return .tooLarge
    }
    if remainder == 0 { return .exact(energy) }
    let isHalfOrMore = remainder.magnitude * 2 >= parts.magnitude
    return .rounded(isHalfOrMore ? energy + (value < 0 ? -1 : 1) : energy)
  }
}
