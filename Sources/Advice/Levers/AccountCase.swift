import Billing
import Quantities
import Tariffs
import Use

/// An account with its use and the terms it is billed under: what levers work on.
public struct AccountCase: Sendable {
  /// The account.
  public var account: Account
  /// Its use.
  public var use: MeteredUse {
    // Some levers leave it as it was, and what has been added up then holds.
    didSet { if use != oldValue { metered = MeteredMonths() } }
  }
  /// The terms.
  public let biller: Biller
  /// What has been added up of the use.
  private(set) var metered = MeteredMonths()

  /// Makes a case.
  public init(account: Account, use: MeteredUse, biller: Biller) {
    self.account = account
    self.use = use
    self.biller = biller
  }

  /// The bills as things stand.
  public func bills() throws(BillingFailure) -> AccountBill {
    try biller.bills(for: account, use: use, metered: metered)
  }

  /// The case with its use added up, so that changes which leave it alone are billed fast.
  func addedUp() -> AccountCase {
    var known = self
    known.metered = biller.metered(use, of: account, beside: metered)
    return known
  }

  /// The version of the rules a month is billed by, before any fallback.
  func version(in month: Month) -> TariffVersion? {
    let month = biller.terms.asOf ?? month
    return biller.terms.book.tariffs[account.tariff]?.version(on: month.firstDay)
  }

  /// How long each period lasts in a month; nothing without rules. [min]
  func minutes(in month: Month) -> [PeriodName: Int]? {
    version(in: month).map { biller.terms.minutes(in: month, of: $0, account.tariff) }
  }

  /// A month prepared to be billed for other use than was metered.
  ///
  /// - Parameters:
  ///   - month: The billing month.
  ///   - history: What was metered in earlier months, for ratchets.
  /// - Returns: The month.
  /// - Throws: ``BillingFailure`` where no rules or prices are in force.
  func study(
    of month: Month, history: [Month: BillingDeterminants] = [:]
  ) throws(BillingFailure) -> MonthStudy {
    do throws(BillingProblem) {
      return try MonthStudy(
        month, of: account, use: use, terms: biller.terms, metered: metered, history: history)
    } catch {
      throw BillingFailure([error])
    }
  }

  /// The months there is use in.
  var months: [Month] { Biller.months(of: use, account: account) }
}
