import Billing
import Quantities
import Tariffs
import Use

/// What stands above a bill: whose it is, under what tariff, on what use.
enum BillHeader {
  /// The account by number and name.
  static func account(_ account: Account) -> String {
    let name = account.name.isEmpty ? "" : " · \(account.name)"
    return "Account \(account.id)\(name)"
  }

  /// The tariff's title and the voltage.
  static func tariff(_ account: Account, _ tariff: Tariff) -> String {
    ([tariff.title(in: "en")] + voltage(account)).joined(separator: " · ")
  }

  /// The month's use and what the bill hangs on.
  static func use(_ bill: Bill) -> String {
    let style = NumberStyle.grouped
    let determinants = bill.determinants
    var parts = ["\(style.number(determinants.totalEnergy.quantity, atMost: 3)) kWh"]
    if let maximum = determinants.maximumDemand {
      let time = maximum.start.map { " (\(TimeWords.moment($0)))" } ?? ""
      parts.append("maximum demand \(style.number(maximum.power, atMost: 3)) kW\(time)")
    }
    if let capacity = bill.capacity {
      parts.append("capacity \(style.number(capacity, atMost: 3)) kVA")
    }
    return parts.joined(separator: " · ")
  }

  private static func voltage(_ account: Account) -> [String] {
    switch account.voltage {
    case nil: return []
    case .below1kV?: return ["below 1 kV"]
    case .from1To10kV?: return ["1–10 kV"]
    case let voltage?: return [voltage.rawValue.dropLast(2) + " kV"]
    }
  }
}
