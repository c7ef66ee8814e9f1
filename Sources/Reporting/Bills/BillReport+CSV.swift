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
  package var csvRows: String {
    var writer = CSVWriter()
    for account in accounts {
      for outcome in account.months { write(outcome, of: account, to: &writer) }
    }
    return writer.text
  }

  private func write(
    _ outcome: MonthOutcome, of account: AccountBill, to writer: inout CSVWriter
  ) {
    let head = [CSVCell.text(account.account.id), .figure(outcome.month.description)]
    func row(_ cells: CSVCell...) {
      for cell in head { writer.write(cell) }
      writer.row(cells)
    }
    switch outcome {
    case .billed(let bill):
      let context = context(bill, of: account)
      for line in bill.lines {
        let record = LineRecord(line, of: bill, context)
        row(
          .text(record.charge), .figure(record.quantity), .text(record.unit),
          .figure(record.price), .figure(record.amount), .figure(record.exactAmount),
          .text(record.source), .text(record.note), record.priceSource.map(CSVCell.text) ?? .empty)
      }
      let notes = bill.notes.map(\.text).joined(separator: " ")
      row(
        .text("total"), .empty, .text(context.currency), .empty,
        .figure(LineRecord.money(bill.total, context.rounding.moneyDigits)),
        .figure(bill.total.description), .empty, .text(notes), .empty)
    case .incomplete(let month):
      let note = say(CoverageWords.incomplete(month.determinants))
      row(
        .text("total"), .empty, .empty, .empty, .empty, .empty, .empty, .text(note), .empty)
    }
  }
}
