import Advice
import Quantities

/// Levers in words.
enum LeverWords {
  /// What is changed.
  static func name(_ lever: Lever) -> String {
    switch lever {
    case .shiftShares: return "shares of the periods"
    case .transformers: return "transformers"
    case .voltage: return "supply voltage"
    case .tariff: return "tariff"
    case .basicCharge: return "basic charge"
    case .contractDemand: return "contract demand"
    }
  }

  /// What it is changed to, or from, in lines of a table: shares are many.
  static func lines(_ lever: Lever, _ text: String?) -> [String] {
    guard case .shiftShares = lever, let text, !text.isEmpty else { return [value(lever, text)] }
    return text.split(separator: ",").map { value(lever, String($0)) }
  }

  /// What it is changed to, or from.
  static func value(_ lever: Lever, _ text: String?) -> String {
    guard let text, !text.isEmpty else { return "—" }
    switch lever {
    case .shiftShares:
      return text.split(separator: ",").map { part in
        part.map { $0 == "=" ? " " : String($0) }.joined() + " %"
      }.joined(separator: ", ")
    case .transformers: return "\(text) kVA"
    case .voltage, .tariff: return text
    case .basicCharge:
      return "by " + (BasicChargeMethod(rawValue: text).map(ChargeWords.method) ?? text)
    case .contractDemand: return "\(text) kW"
    }
  }
}
