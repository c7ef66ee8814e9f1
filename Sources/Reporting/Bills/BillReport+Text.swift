import Billing
import Quantities

extension BillReport {
  /// The bills as people read them: one month line by line, several as a table of months.
  package var text: String {
    accounts.map { text($0) }.joined(separator: "\n\n")
  }

  /// One account's bills.
  package func text(_ account: AccountBill) -> String {
    let lines: [String]
    if account.months.count == 1, let bill = account.bills.first {
      lines = MonthText(bill: bill, account: account, context: context(bill, of: account)).lines
    } else {
      lines = YearText(account: account, report: self).lines
    }
    return lines.map { $0 + "\n" }.joined()
  }
}
