import Quantities

/// A slip in unit or multiplier, which makes every figure of a series the same multiple of what was
/// metered.
package enum UnitSlip: Sendable, Hashable {
  /// Energy of an interval taken for its mean power; an hour has so many intervals.
  case energyForPower(perHour: Int)
  /// Mean power taken for the energy of its interval.
  case powerForEnergy(perHour: Int)
  /// Mega taken for kilo.
  case thousandth
  /// Watts taken for kilowatts, or watt-hours for kilowatt-hours.
  case thousandfold
  /// The account's multiplier was left out.
  case multiplierMissing(Rate)
  /// It was applied to figures that contained it already.
  case multiplierTwice(Rate)

  /// Every slip that could be in figures of intervals of a length and an account's multiplier.
  package static func candidates(intervalSeconds: Int?, multiplier: Rate) -> [UnitSlip] {
    var slips: [UnitSlip] = []
    if let intervalSeconds, intervalSeconds > 0, intervalSeconds < 3600, 3600 % intervalSeconds == 0
    {
      let perHour = 3600 / intervalSeconds
      slips += [.energyForPower(perHour: perHour), .powerForEnergy(perHour: perHour)]
    }
    slips += [.thousandth, .thousandfold]
    if multiplier != .one, multiplier > .zero {
      slips += [.multiplierMissing(multiplier), .multiplierTwice(multiplier)]
    }
    return slips
  }

  /// What figures are to be multiplied by to undo the slip.
  var correction: (numerator: Int128, denominator: Int128) {
    switch self {
    case .energyForPower(let perHour): return (Int128(perHour), 1)
    case .powerForEnergy(let perHour): return (1, Int128(perHour))
    case .thousandth: return (1000, 1)
    case .thousandfold: return (1, 1000)
    case .multiplierMissing(let rate): return (rate.units, Rate.unitsPerOne)
    case .multiplierTwice(let rate): return (Rate.unitsPerOne, rate.units)
    }
  }

  /// A power without the slip.
  package func corrected(_ power: Power) -> Power {
    let (numerator, denominator) = correction
    return Power(units: WideProduct(power.units, numerator).divided(by: denominator))
  }

  /// An energy without the slip.
  package func corrected(_ energy: Energy) -> Energy {
    let (numerator, denominator) = correction
    return energy.scaled(by: numerator, over: denominator)
  }

  /// `times 1/1000 (watts taken for kilowatts)`.
  var words: Message {
    switch self {
    case .energyForPower(let perHour): return "times \(perHour) (kWh of an interval taken for kW)"
    case .powerForEnergy(let perHour): return "times 1/\(perHour) (kW taken for kWh of an interval)"
    case .thousandth: return "times 1000 (MW or MWh taken for kW or kWh)"
    case .thousandfold: return "times 1/1000 (W or Wh taken for kW or kWh)"
    case .multiplierMissing(let rate): return "times \(rate) (the multiplier was left out)"
    case .multiplierTwice(let rate): return "times 1/\(rate) (the multiplier was applied twice)"
    }
  }

  /// `times 4 (…) or times 1000 (…)`.
  static func words(_ slips: [UnitSlip]) -> Message {
    slips.map(\.words).joined(separator: " or ")
  }
}
