import Advice
import Quantities

/// Levers in words.
enum LeverWords {
  /// What is changed.
  static func name(_ lever: Lever) -> String {
    Phrase.text("lever.\(lever.name)")
  }

  /// What it is changed to, or from, in lines of a table: shares are many.
  static func lines(_ lever: Lever, _ setting: Setting?) -> [String] {
    switch setting {
    case nil: return [word(lever, nil)]
    case .steps(let steps): return steps.map { step(lever, $0) }
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
      return PauseWords.lines(pauses).joined(separator: Phrase.text("list.semicolon"))
    case .steps(let steps):
      return steps.map { step(lever, $0) }.joined(separator: Phrase.text("list.comma"))
    }
  }

  private static func step(_ lever: Lever, _ step: Plan<String>.Step) -> String {
    Phrase.text(
      "setting.from", ["value": word(lever, step.value), "month": step.from.description])
  }

  /// One of the values it is changed to, or from.
  private static func word(_ lever: Lever, _ text: String?) -> String {
    guard let text, !text.isEmpty else { return "—" }
    switch lever {
    case .shiftShares, .shiftFlexible, .batches:
      return text.split(separator: ",").map { part in
        let sides = part.split(separator: "=", maxSplits: 1).map(String.init)
        let name = PeriodWords.name(PeriodName(sides.first ?? ""))
        return "\(name) \(sides.last ?? "") %"
      }.joined(separator: Phrase.text("list.comma"))
    case .transformers: return "\(text) kVA"
    case .storage:
      return text.split(separator: ":").map(String.init).joined(
        separator: " kWh\(Phrase.text("list.comma"))") + " kW"
    case .compensation(.capacitors): return Phrase.text("setting.power_factor", ["value": text])
    case .compensation(.powerFactor), .pause, .voltage, .tariff, .singlePart: return text
    case .basicCharge:
      let method = BasicChargeMethod(rawValue: text).map(ChargeWords.method) ?? text
      return Phrase.text("setting.by", ["method": method])
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
