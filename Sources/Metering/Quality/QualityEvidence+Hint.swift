import Quantities

extension QualityEvidence {
  /// What to look at, or the repair to ask for.
  var hint: Message? {
    switch self {
    case .zeroRuns:
      return "leave the cells of lost data empty, so that the month is not taken as whole"
    case .stuck: return "ask whether these values were estimated"
    case .spike(let spike, _):
      guard let next = spike.next else { return nil }
      return "hold the demand charge of \(spike.power) kW against that of \(next.power) kW"
    case .unusualPeak: return "if these are watts or watt-hours, say so: --unit W or --unit Wh"
    case .aboveCapacity, .implausible(_, _, _, []):
      return "look at the transformers in accounts.csv, and at the unit and the multiplier"
    case .implausible(_, _, _, let fits),
      .sumCheck(_, _, let fits) where !fits.isEmpty,
      .demandCheck(_, let fits) where !fits.isEmpty:
      return Self.flags(for: fits)
    case .zeroRow: return "leave the cells empty where nothing was metered"
    case .coverage, .spikeWorth: return nil
    case .sumCheck(.register, _, _):
      return "--scale-to-register makes the intervals of each month add up to its register"
    case .sumCheck(.issued, _, _): return "look for estimated readings, losses and sub-meters"
    case .registerSum(_, let twice?): return "\(twice) is probably counted in another period too"
    case .registerSum: return "look for a digit read wrong"
    case .periodCheck(_, _, .earlier?): return "--stamps end reads the stamps as ends"
    case .periodCheck(_, _, .later?): return "--stamps start reads the stamps as starts"
    case .periodCheck: return "look at the hours of the tariff, and at the time zone of the file"
    case .demandCheck: return "look at the length of the demand interval, and for lost data"
    case .filled(.register, _, _): return "the demand of these intervals is not known"
    case .filled: return "demand from filled intervals is an estimate"
    case .refused(_, .gaps): return "--fill says how to fill them"
    case .refused, .scaled: return nil
    }
  }

  private static func flags(for fits: [UnitSlip]) -> Message {
    let hints = fits.map { slip -> Message in
      switch slip {
      case .energyForPower: return "--unit kWh"
      case .powerForEnergy: return "--unit kW"
      case .thousandth: return "--unit MW or MWh"
      case .thousandfold: return "--unit W or Wh"
      case .multiplierMissing(let rate): return "--multiplier \(rate)"
      case .multiplierTwice: return "--multiplier 1"
      }
    }
    return "compare with the file: \(hints.joined(separator: ", "))"
  }
}
