import Documents
import Quantities
import Use

/// Reads the account of a worked case, in the words of `accounts.csv`.
struct CaseAccountReader {

  /// The account's number, which a case has no use for.
  let id: String
  let tariff: String

  func read(_ element: ElementReader) -> Account {
    element.expect(
      attributes: [
        "name", "industry", "voltage", "transformers", "hv-motors", "basic-charge",
        "contract-demand", "excess-rule", "power-factor-standard", "metering-side", "multiplier",
        "reading-day", "energised", "energy-source",
      ])
    var account = Account(id: id, tariff: tariff)
    account.name = element.optional("name", .text) ?? ""
    account.industry = element.optional("industry", .text) ?? ""
    account.voltage = element.optional("voltage", .voltage)
    account.transformers = element.optional("transformers", Self.transformers)
    account.highVoltageMotors = element.optional("hv-motors", ValueForm<Power>.notNegative) ?? .zero
    account.basicCharge = element.optional("basic-charge", ValueForm<BasicChargeMethod>.word)
    account.contractDemand = element.optional("contract-demand", ValueForm<Power>.notNegative)
    account.excessReading = element.optional("excess-rule", ValueForm<ExcessReading>.word)
    account.powerFactorStandard =
      element.optional("power-factor-standard", Self.standard) ?? .byRule
    account.meteringSide =
      element.optional(
        "metering-side", .choice([("hv", Account.MeteringSide.highVoltage), ("lv", .lowVoltage)]))
      ?? .highVoltage
    account.multiplier = element.optional("multiplier", ValueForm<Rate>.positive) ?? .one
    account.readingDay = element.optional("reading-day", .whole(1...31))
    account.energised = element.optional("energised", .date)
    account.energySource = element.optional("energy-source", ValueForm<EnergySource>.word)
    return account
  }

  private static var standard: ValueForm<Account.StandardChoice> {
    .choice(
      PowerFactorStandard.allCases.map { ($0.rawValue, Account.StandardChoice.set($0)) }
        + [("none", Account.StandardChoice.none)])
  }

  private static var transformers: ValueForm<TransformerSet> {
    ValueForm(expected: "transformers such as 2x1000+630") { text throws(ValueRefusal) in
      do throws(AccountError) {
        return try TransformerSet(text)
      } catch {
        throw ValueRefusal(code: .transformers, message: error.message, hint: error.hint)
      }
    }
  }
}
