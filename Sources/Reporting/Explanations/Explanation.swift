import Billing
import Documents
import Quantities
import Tariffs

/// Why the lines of a charge are what they are: rule, page and arithmetic.
package struct Explanation: Sendable {
  let account: AccountBill
  let bill: Bill
  let lines: [BillLine]
  let terms: BillingTerms

  var context: BillContext { BillContext(bill, of: account, terms: terms) }

  /// Finds the lines to explain.
  ///
  /// - Parameters:
  ///   - charge: A charge of the bill; `energy` stands for every `energy/…` line.
  ///   - month: The month.
  ///   - account: The account's bills.
  ///   - terms: What they were made under.
  /// - Throws: ``Problem`` where the month was not billed or has no such line.
  package init(
    _ charge: ChargeSelector, in month: Month, of account: AccountBill, terms: BillingTerms
  ) throws(Problem) {
    guard let outcome = account.months.first(where: { $0.month == month }) else {
      throw Problem(noUseIn: month, account: account)
    }
    switch outcome {
    case .incomplete(let month):
      throw Problem(incomplete: month, account: account.account.id)
    case .billed(let bill):
      let lines = bill.lines.filter { charge.selects($0.charge) }
      guard !lines.isEmpty else { throw Problem(noLine: charge, in: bill) }
      self.account = account
      self.bill = bill
      self.lines = lines
      self.terms = terms
    }
  }
}

extension Problem {
  /// The account has no use in a month.
  fileprivate init(noUseIn month: Month, account: AccountBill) {
    let months = account.months.map(\.month)
    self.init(
      code: "no-use-in-month",
      message: BillHeader.lead(
        account.account.id,
        months.isEmpty
          ? "nothing was metered in \(month); no month was"
          : "nothing was metered in \(month); metered are \(MonthWords.list(months))"),
      exitCode: 3)
  }

  /// The bill has no line of a charge.
  fileprivate init(noLine charge: ChargeSelector, in bill: Bill) {
    var names: [String] = []
    for line in bill.lines where !names.contains(line.charge) { names.append(line.charge) }
    self.init(
      code: "no-such-line",
      message: """
        the bill of \(bill.month) has no line \(Printable.quote(charge.name)); its lines are \
        \(Printable.alternatives(names, conjunction: "and"))
        """,
      hint: Suggestion.hint(for: charge.name, in: names), exitCode: 3)
  }
}
