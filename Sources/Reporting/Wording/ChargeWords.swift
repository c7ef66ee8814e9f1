import Advice
import Billing
import Quantities

/// The charges of a bill in words.
enum ChargeWords {
  /// The heading a line stands under, by the first part of its charge's name.
  static func group(_ charge: String) -> String { group(ChargeGroup(charge)) }

  /// The heading of a group; a name that is not known stays as the tariff has it.
  static func group(_ group: ChargeGroup) -> String {
    switch group {
    case .basic: return Phrase.text("charge.basic")
    case .demand: return Phrase.text("charge.demand")
    case .energy: return Phrase.text("charge.energy")
    case .funds: return Phrase.text("charge.funds")
    case .powerFactor: return Phrase.text("charge.power-factor")
    case .other(let name): return Phrase.find("charge.\(name)") ?? capitalised(name)
    }
  }

  /// A part of the whole bill.
  static func group(_ share: Indicators.ChargeShare) -> String {
    group(share.name == "power_factor" ? "power-factor" : share.name)
  }

  /// A line within its group.
  static func item(_ line: BillLine, of bill: Bill) -> String {
    var words: String
    switch ChargeGroup(line.charge) {
    case .basic: words = bill.method.map(method) ?? ""
    case .powerFactor: words = powerFactor(line) ?? rest(line.charge)
    case .energy where line.charge == "energy": words = say("all hours")
    case .funds where line.charge == "funds": words = say("government funds")
    default: words = rest(line.charge)
    }
    if let point = line.point { words = words.isEmpty ? point : "\(point), \(words)" }
    for case .supplyLine(let name) in line.working { words += ", \(name)" }
    for case .tier(let number, _, _) in line.working {
      words += (words.isEmpty ? "" : ", ") + say("tier \(number)")
    }
    return words
  }

  /// What the basic charge is worked out on.
  static func method(_ method: BasicChargeMethod) -> String {
    Phrase.text("method.\(method.rawValue)")
  }

  private static func powerFactor(_ line: BillLine) -> String? {
    for case .powerFactor(_, _, let value, let standard) in line.working {
      return say("\(value), standard \(standard.rawValue)")
    }
    return nil
  }

  private static func rest(_ charge: String) -> String {
    charge.split(separator: "/").dropFirst().map { ComponentWords.name(String($0)) }
      .joined(separator: ", ")
  }

  private static func capitalised(_ name: String) -> String {
    name.prefix(1).uppercased() + name.dropFirst().replacingHyphens
  }
}

extension StringProtocol {
  /// `late-payment` as `late payment`.
  fileprivate var replacingHyphens: String {
    split(separator: "-", omittingEmptySubsequences: false).joined(separator: " ")
  }
}
