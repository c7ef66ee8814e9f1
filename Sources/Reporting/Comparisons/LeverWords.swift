import Advice
import Quantities

/// Levers in words.
enum LeverWords {
  /// What is changed.
  static func name(_ lever: Lever) -> String {
    switch lever {
    case .shiftShares: return "shares of the periods"
    case .shiftFlexible: return "load shift"
    case .batches: return "daily runs"
    case .storage: return "battery"
    case .compensation(.powerFactor): return "power factor"
    case .compensation(.capacitors): return "capacitors"
    case .transformers: return "transformers"
    case .pause: return "pause"
    case .voltage: return "supply voltage"
    case .tariff, .singlePart: return "tariff"
    case .basicCharge: return "basic charge"
    case .contractDemand: return "contract demand"
    }
  }

  /// What it is changed to, or from, in lines of a table: shares are many.
  static func lines(_ lever: Lever, _ setting: Setting?) -> [String] {
    switch setting {
    case nil: return [word(lever, nil)]
    case .steps(let steps): return steps.map { "\(word(lever, $0.value)) from \($0.from)" }
    case .always(let text):
      if case .pause(let pauses) = lever, !text.isEmpty { return PauseWords.lines(pauses) }
      guard lever.isOfPeriods, !text.isEmpty else { return [word(lever, text)] }
      return text.split(separator: ",").map { word(lever, String($0)) }
    }
  }

  /// What it is changed to, in one line.
  static func value(_ lever: Lever, _ setting: Setting?) -> String {
    switch setting {
    case nil: return word(lever, nil)
    case .always(let text):
      guard case .pause(let pauses) = lever, !text.isEmpty else { return word(lever, text) }
      return PauseWords.lines(pauses).joined(separator: "; ")
    case .steps(let steps):
      return steps.map { "\(word(lever, $0.value)) from \($0.from)" }.joined(separator: ", ")
    }
  }

  /// One of the values it is changed to, or from.
  private static func word(_ lever: Lever, _ text: String?) -> String {
    guard let text, !text.isEmpty else { return "—" }
    switch lever {
    case .shiftShares, .shiftFlexible, .batches:
      return text.split(separator: ",").map { part in
        part.map { $0 == "=" ? " " : String($0) }.joined() + " %"
      }.joined(separator: ", ")
    case .transformers: return "\(text) kVA"
    case .storage:
      return text.split(separator: ":").map(String.init).joined(separator: " kWh, ") + " kW"
    case .compensation(.capacitors): return "power factor \(text)"
    case .compensation(.powerFactor), .pause, .voltage, .tariff, .singlePart: return text
    case .basicCharge:
      return "by " + (BasicChargeMethod(rawValue: text).map(ChargeWords.method) ?? text)
    case .contractDemand: return "\(text) kW"
    }
  }
}

extension Lever {
  /// Whether what it sets are shares of the periods.
  fileprivate var isOfPeriods: Bool {
    switch self {
    case .shiftShares, .shiftFlexible, .batches: return true
    default: return false
    }
  }
}
