import Documents
import Quantities
import Use

/// Reads the account of a worked case, in the words of `accounts.csv` and the tables beside it.
struct CaseAccountReader {

  /// The account's number, which a case has no use for.
  let id: String
  let tariff: String

  /// Tariffs that sub-meters and events name.
  private(set) var tariffs: [CaseRecord.Mention] = []
  /// The months adjustments stand in.
  private(set) var adjusted: [(month: Month, place: SourceRange)] = []

  /// The particulars a case takes; number and tariff stand elsewhere.
  private static let fields = AccountField.allCases.filter { ![.account, .tariff].contains($0) }

  init(id: String, tariff: String) {
    self.id = id
    self.tariff = tariff
  }

  mutating func read(_ element: ElementReader) -> Account {
    let further = ["line-loss-percent", "surcharge-class", "own-generation", "resale-demand"]
    element.expect(
      attributes: Self.fields.map(\.attribute) + further,
      children: ["transformer", "supply-line", "sub-meter", "event", "adjustment"])
    var account = Account(id: id, tariff: tariff)
    for field in Self.fields { Self.read(field, of: element, into: &account) }
    account.lineLoss = element.optional("line-loss-percent", .positivePercent) ?? .zero
    account.surchargeClass = element.optional("surcharge-class", .name)
    account.ownGeneration =
      element.optional("own-generation", ValueForm<Power>.notNegative) ?? .zero
    account.resaleDemand = element.optional("resale-demand", ValueForm<Power>.notNegative) ?? .zero
    account.units = Self.readUnits(element)
    account.lines = Self.readLines(element)
    account.subMeters = readSubMeters(element)
    account.events = readEvents(element, units: account.installedUnits)
    account.adjustments = readAdjustments(element)
    return account
  }

  /// Lets the account read a particular, so that cases and tables take the same words.
  private static func read(
    _ field: AccountField, of element: ElementReader, into account: inout Account
  ) {
    guard let text = element.optional(field.attribute, .text) else { return }
    do throws(AccountError) {
      try account.set(field, to: text)
    } catch {
      let message: Message =
        switch error {
        case .transformers: error.sentence
        case .field(_, let read, let expected, _):
          "\(Printable.quote(read)) was read, but \(expected) is expected"
        }
      element.report(error.code, at: field.attribute, message, hint: error.advice)
    }
  }

  /// Keeps a tariff that something in the account is billed under.
  mutating func mention(tariff: String, at place: SourceRange) {
    tariffs.append(.init(name: tariff, place: place))
  }

  /// Keeps the month of an adjustment.
  mutating func mention(month: Month, at place: SourceRange) { adjusted.append((month, place)) }
}

extension AccountField {

  /// The attribute that holds the particular: `contract-demand` of `contract_demand_kw`.
  fileprivate var attribute: String {
    rawValue.split(separator: "_").filter { $0 != "kw" }.joined(separator: "-")
  }
}

extension AccountError {

  /// The code the fault has in a file.
  fileprivate var code: TariffFileCode {
    switch self {
    case .transformers: .transformers
    case .field(.energised, _, _, _): .date
    case .field(.highVoltageMotors, _, _, _), .field(.contractDemand, _, _, _),
      .field(.multiplier, _, _, _), .field(.readingDay, _, _, _):
      .number
    case .field: .choice
    }
  }
}
