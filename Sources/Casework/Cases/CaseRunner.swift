import Billing
import Documents
import Quantities
import TariffFiles
import Tariffs
import Use

/// Holds the engine to bills worked by hand.
package struct CaseRunner: Sendable {
  private let biller: Biller

  /// Makes a runner.
  ///
  /// - Parameter book: The tariffs the cases name.
  package init(book: TariffBook) { biller = Biller(terms: BillingTerms(book: book)) }

  /// The bills of a case.
  ///
  /// - Throws: ``BillingFailure``.
  package func bills(of workedCase: WorkedCase) throws(BillingFailure) -> [Bill] {
    try biller.bills(
      for: workedCase.account, use: .readings(workedCase.months.map(\.reading))
    ).bills
  }

  /// Where the bills of a case differ from what was worked by hand.
  ///
  /// - Throws: ``BillingFailure`` where the case cannot be billed at all.
  package func differences(
    in workedCase: WorkedCase
  ) throws(BillingFailure) -> [Diagnostic] {
    let bills = try bills(of: workedCase)
    var differences: [Diagnostic] = []
    for month in workedCase.months {
      guard let bill = bills.first(where: { $0.month == month.reading.month }) else { continue }
      differences += Self.differences(month, bill)
    }
    return differences
  }

  private static func differences(
    _ expected: WorkedCase.Month, _ bill: Bill
  ) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var left = bill.lines
    for line in expected.lines {
      guard let index = left.firstIndex(where: { $0.charge == line.charge }) else {
        found.append(
          difference(
            line.place,
            "the bill has no line \(line.charge) of \(line.amount.text(digits: 2))"))
        continue
      }
      found += compare(line, left.remove(at: index))
    }
    for line in left {
      found.append(
        difference(
          expected.totalPlace,
          "the bill has a line \(line.charge) of \(line.amount.text(digits: 2)) that the case does not expect"
        ))
    }
    if bill.total != expected.total {
      found.append(
        difference(
          expected.totalPlace,
          "the bill's total is \(bill.total.text(digits: 2)), the case expects \(expected.total.text(digits: 2))"
        ))
    }
    return found
  }

  private static func compare(_ expected: WorkedCase.Line, _ line: BillLine) -> [Diagnostic] {
    let quantity: String
    let price: String
    switch line.product {
    case .quantity(let billed, _, let unitPrice):
      quantity = billed.description
      price = unitPrice.description
    case .share(let base, let rate):
      quantity = base.description
      price = rate.description
    }
    var found: [Diagnostic] = []
    if let wanted = expected.quantity, wanted.description != quantity {
      found.append(
        difference(
          expected.place,
          "\(line.charge): the bill's quantity is \(quantity), the case expects \(wanted)"))
    }
    if let wanted = expected.price, wanted.description != price {
      found.append(
        difference(
          expected.place, "\(line.charge): the bill's price is \(price), the case expects \(wanted)"
        ))
    }
    if line.amount != expected.amount {
      found.append(
        difference(
          expected.place,
          "\(line.charge): the bill's amount is \(line.amount.text(digits: 2)), the case expects \(expected.amount.text(digits: 2))"
        ))
    }
    return found
  }

  private static func difference(_ place: RuleReference, _ message: Message) -> Diagnostic {
    Diagnostic(
      file: place.file, line: place.line, code: "case-differs", message: message,
      hint: "`tariffwise explain` shows how the bill comes to its figures")
  }
}
