import Advice
import Quantities

/// What changes cost to make, in words.
enum PaybackWords {
  /// The unit of what is bought.
  static func unit(_ lever: Lever) -> String {
    switch lever {
    case .transformers: return "kVA"
    case .compensation: return "kvar"
    case .storage: return "kWh"
    case .shiftShares, .shiftFlexible, .batches, .pause, .voltage, .tariff, .singlePart,
      .basicCharge, .contractDemand:
      return ""
    }
  }

  /// What is bought.
  static func name(_ lever: Lever) -> String {
    guard case .compensation = lever else { return LeverWords.name(lever) }
    return say("capacitors")
  }

  /// How long it takes to pay.
  static func time(_ months: Quantity?) -> String {
    guard let months else { return say("never: it saves nothing") }
    guard months >= twoYears else {
      return say("in \(NumberStyle.grouped.number(months, digits: 1)) months")
    }
    let years = RoundingMode.halfAwayFromZero.divide(months.units, by: 12)
    return say("in \(NumberStyle.grouped.number(Quantity(units: years), digits: 1)) years")
  }

  private static let twoYears = Quantity(24)
}
