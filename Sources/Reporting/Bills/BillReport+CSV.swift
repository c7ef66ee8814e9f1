import Billing
import Quantities

extension BillReport {
  /// The bills as one table: a row per line and one for each month's total.
  package var csv: String { Self.csvHeading + csvRows }

  /// The first line of the table.
  package static let csvHeading = CSVWriter.document([
    [
      "account", "month", "charge", "quantity", "unit", "price", "amount", "amount_exact", "source",
      "note", "price_source",
    ].map(CSVCell.text)
  ])

  /// The lines behind it.
  package var csvRows: String { CSVWriter.document(accounts.flatMap(rows)) }

  private func rows(_ account: AccountBill) -> [[CSVCell]] {
    account.months.flatMap { outcome -> [[CSVCell]] in
      let head: [CSVCell] = [
        .text(account.account.id), .figure(outcome.month.description),
      ]
      switch outcome {
      case .billed(let bill):
        let context = context(bill, of: account)
        let lines = bill.lines.map { head + cells(LineRecord($0, of: bill, context)) }
        return lines + [head + total(bill, context)]
      case .incomplete(let month):
        let note = CoverageWords.incomplete(month.determinants)
        return [
          head + [.text("total"), .empty, .empty, .empty, .empty, .empty, .empty, .text(note)]
            + [.empty]
        ]
      }
    }
  }

  private func cells(_ record: LineRecord) -> [CSVCell] {
    [
      .text(record.charge), .figure(record.quantity), .text(record.unit), .figure(record.price),
      .figure(record.amount), .figure(record.exactAmount), .text(record.source),
      .text(record.note), record.priceSource.map(CSVCell.text) ?? .empty,
    ]
  }

  private func total(_ bill: Bill, _ context: BillContext) -> [CSVCell] {
    let total = LineRecord.money(bill.total, context.rounding.moneyDigits)
    let notes = bill.notes.map(\.text).joined(separator: " ")
    return [
      .text("total"), .empty, .text(context.currency), .empty, .figure(total),
      .figure(bill.total.description), .empty, notes.isEmpty ? .empty : .text(notes), .empty,
    ]
  }
}
