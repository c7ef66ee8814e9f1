import Billing
import Quantities
import Tariffs

/// The bills of one or several accounts, as they are shown.
package struct BillReport: Sendable {
  let accounts: [AccountBill]
  let terms: BillingTerms

  /// Makes a report.
  ///
  /// - Parameters:
  ///   - accounts: The bills; only the months that were asked for.
  ///   - terms: What they were made under.
  package init(accounts: [AccountBill], terms: BillingTerms) {
    self.accounts = accounts
    self.terms = terms
  }

  /// Whether there is nothing to show.
  package var isEmpty: Bool { accounts.isEmpty }

  /// The question has no answer for these months: intervals are missing.
  package var problems: [Problem] {
    accounts.flatMap { account in
      account.months.compactMap { outcome in
        guard case .incomplete(let month) = outcome else { return nil }
        return Problem(incomplete: month, account: account.account.id)
      }
    }
  }

  func context(_ bill: Bill, of account: AccountBill) -> BillContext {
    BillContext(bill, of: account, terms: terms)
  }

  /// Digits of the amounts of an account, those of its bills.
  func moneyDigits(of account: AccountBill) -> Int {
    let digits = account.bills.map { context($0, of: account).rounding.moneyDigits }
    return digits.max() ?? BillRounding().moneyDigits
  }
}
