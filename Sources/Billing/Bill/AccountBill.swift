import Quantities
import Tariffs
import Use

/// The bills of one account over the months its meters cover.
public struct AccountBill: Sendable, Hashable {
  /// The account.
  public let account: Account
  /// The tariff named by the account.
  public let tariff: Tariff
  /// The months, in order.
  public let months: [MonthOutcome]
  /// The bills of the whole months.
  public let bills: [Bill]

  init(account: Account, tariff: Tariff, months: [MonthOutcome]) {
    self.account = account
    self.tariff = tariff
    self.months = months
    bills = months.compactMap(\.bill)
  }

  /// The months that could not be billed.
  public var incompleteMonths: [Month] { months.filter { $0.bill == nil }.map(\.month) }
  /// The sum of the bills. [currency]
  public var total: Money { bills.reduce(.zero) { $0 + $1.total } }
  /// The energy of the billed months. [kWh]
  public var energy: Energy { bills.reduce(.zero) { $0 + $1.determinants.totalEnergy } }
  /// What a kilowatt-hour costs on average, to four decimals.
  public var averagePrice: Price? { total.per(energy.quantity) }
}
