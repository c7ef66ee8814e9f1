import Billing
import Quantities
import Tariffs

/// The rules a bill was made by, looked up again for what a line does not carry itself: titles,
/// roundings, the names of windows.
struct BillContext: Sendable {
  /// The tariff billed under, after any fallback.
  let tariff: Tariff
  /// Its version in force; nothing where the bill was not made from these tariffs.
  let version: TariffVersion?
  /// The month whose rules and prices were used, where it was asked for.
  let asOf: Month?

  init(_ bill: Bill, of account: AccountBill, terms: BillingTerms) {
    asOf = terms.asOf
    tariff = terms.book.tariffs[bill.tariff] ?? account.tariff
    version = tariff.version(on: terms.asOf?.firstDay ?? bill.period.start)
  }

  /// Whether another bill of the account was made by the same rules.
  func holds(for bill: Bill) -> Bool {
    tariff.id == bill.tariff
      && version?.inForce.contains(asOf?.firstDay ?? bill.period.start) ?? false
  }

  /// How figures were rounded.
  var rounding: BillRounding { version?.rounding ?? BillRounding() }
  /// The ISO 4217 code of the currency.
  var currency: String { tariff.currency }

  /// The rule behind a line, by the charge's name.
  func charge(of line: BillLine) -> Charge? {
    version?.charges.first { ChargeSelector($0.name).selects(line.charge) }
  }
}
