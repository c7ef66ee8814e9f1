import Billing
import Quantities

/// The charges of a bill in words.
enum ChargeWords {
  /// The heading a line stands under, by the first part of its charge's name.
  static func group(_ charge: String) -> String {
    switch ChargeGroup(charge) {
    case .basic: return "Basic charge"
    case .demand: return "Demand"
    case .energy: return "Energy"
    case .funds: return "Funds"
    case .powerFactor: return "Power factor"
    case .other(let name):
      switch name {
      case "fixed": return "Fixed charge"
      case "reactive": return "Reactive energy"
      case "tax": return "Tax"
      case "minimum": return "Minimum"
      case "adjustment": return "Adjustment"
      default: return capitalised(name)
      }
    }
  }

  /// A line within its group.
  static func item(_ line: BillLine, of bill: Bill) -> String {
    var words: String
    switch ChargeGroup(line.charge) {
    case .basic: words = bill.method.map(method) ?? ""
    case .powerFactor: words = powerFactor(line) ?? rest(line.charge)
    case .energy where line.charge == "energy": words = "all hours"
    case .funds where line.charge == "funds": words = "government funds"
    default: words = rest(line.charge)
    }
    if let point = line.point { words = words.isEmpty ? point : "\(point), \(words)" }
    for case .supplyLine(let name) in line.working { words += ", \(name)" }
    for case .tier(let number, _, _) in line.working {
      words += words.isEmpty ? "tier \(number)" : ", tier \(number)"
    }
    return words
  }

  /// What the basic charge is worked out on.
  static func method(_ method: BasicChargeMethod) -> String {
    switch method {
    case .capacity: return "transformer capacity"
    case .contractDemand: return "contract demand"
    case .actualDemand: return "actual maximum demand"
    }
  }

  private static func powerFactor(_ line: BillLine) -> String? {
    for case .powerFactor(_, _, let value, let standard) in line.working {
      return "\(value), standard \(standard.rawValue)"
    }
    return nil
  }

  private static func rest(_ charge: String) -> String {
    charge.split(separator: "/").dropFirst().joined(separator: ", ")
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
