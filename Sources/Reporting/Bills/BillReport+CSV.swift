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
    let month = outcome.month.description
    func beginRow() {
      writer.write(.text(account.account.id))
      writer.write(.figure(month))
    }
    switch outcome {
    case .billed(let bill):
      let context = context(bill, of: account)
      let (digits, currency) = (context.rounding.moneyDigits, context.currency)
      for line in bill.lines {
        let record = LineRecord(line, of: bill, digits: digits, currency: currency)
        beginRow()
        writer.write(.text(record.charge))
        writer.write(.figure(record.quantity))
        writer.write(.text(record.unit))
        writer.write(.figure(record.price))
        writer.write(.figure(record.amount))
        writer.write(.figure(record.exactAmount))
        writer.write(.text(record.source))
        writer.write(.text(record.note))
        writer.write(record.priceSource.map(CSVCell.text) ?? .empty)
        writer.endRow()
      }
      let notes = bill.notes.map(\.text).joined(separator: " ")
      beginRow()
      writer.row([
        .text("total"), .empty, .text(currency), .empty,
        .figure(LineRecord.money(bill.total, digits)), .figure(bill.total.description), .empty,
        .text(notes), .empty,
      ])
    case .incomplete(let month):
      let note = say(CoverageWords.incomplete(month.determinants))
      beginRow()
      writer.row([
        .text("total"), .empty, .empty, .empty, .empty, .empty, .empty, .text(note), .empty,
      ])
    }
  }
}
