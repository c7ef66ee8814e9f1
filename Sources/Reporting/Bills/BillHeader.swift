import Billing
import Documents
import Quantities
import Tariffs
import Use

/// What stands above a bill: whose it is, under what tariff, on what use.
enum BillHeader {
  /// Whose answer it is, as the title of a text.
  static func title(_ account: Account) -> String { Ink.paint(self.account(account), .heading) }

  /// The account by number and name; one without either was described by hand.
  static func account(_ account: Account) -> String {
    guard !account.id.isEmpty else {
      return account.name.isEmpty
        ? Phrase.text("heading.by_hand") : Printable.text(account.name)
    }
    let name = account.name.isEmpty ? "" : " · \(account.name)"
    return Printable.text(Phrase.text("heading.account", ["id": account.id]) + name)
  }

  /// The account's number, where it has one.
  static func number(_ id: String) -> String? { id.isEmpty ? nil : id }

  /// A sentence about an account, which is named before it where it has a number.
  static func lead(_ id: String, _ sentence: Message) -> Message {
    number(id).map { "account \($0): \(sentence)" } ?? sentence
  }

  /// The tariff's title and the voltage.
  static func tariff(_ account: Account, _ tariff: Tariff) -> String {
    ([tariff.title(in: Language.current.rawValue)] + voltage(account)).joined(separator: " · ")
  }

  /// What follows a sum where other rules and prices were asked for than those of its months.
  static func asOf(_ month: Month?) -> String {
    month.map { Phrase.text("heading.as_of", ["month": "\($0)"]) } ?? ""
  }

  /// The month's use and what the bill hangs on.
  static func use(_ bill: Bill) -> String {
    let style = NumberStyle.grouped
    let determinants = bill.determinants
    var parts = ["\(style.number(determinants.totalEnergy.quantity, atMost: 3)) kWh"]
    if let maximum = determinants.maximumDemand {
      let time = maximum.start.map { " (\(TimeWords.moment($0)))" } ?? ""
      parts.append(say("maximum demand \(style.number(maximum.power, atMost: 3)) kW\(time)"))
    }
    if let capacity = bill.capacity {
      parts.append(say("capacity \(style.number(capacity, atMost: 3)) kVA"))
    }
    return parts.joined(separator: " · ")
  }

  private static func voltage(_ account: Account) -> [String] {
    switch account.voltage {
    case nil: return []
    case .below1kV?: return [Phrase.text("voltage.below")]
    case .from1To10kV?: return [Phrase.text("voltage.medium")]
    case let voltage?:
      return [
        Phrase.text("voltage.high", ["value": String(voltage.rawValue.dropLast(2))])
      ]
    }
  }
}
