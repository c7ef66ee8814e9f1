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
    let months = accounts.reduce(0) { $0 + $1.months.count }
    var writer = CSVWriter(capacity: 1024 * months)
    for account in accounts {
      // Most bills of an account are made by the same rules, which are looked up once.
      var known: BillContext?
      for outcome in account.months {
        let beginning = CSVWriter.RowBeginning([
          .text(account.account.id), .figure(outcome.month.description),
        ])
        switch outcome {
        case .billed(let bill):
          let context =
            known.flatMap { $0.holds(for: bill) ? $0 : nil } ?? context(bill, of: account)
          known = context
          write(bill, context, beginning, to: &writer)
        case .incomplete(let month):
          let note = say(CoverageWords.incomplete(month.determinants))
          writer.begin(beginning)
          writer.row([
            .text("total"), .empty, .empty, .empty, .empty, .empty, .empty, .text(note), .empty,
          ])
        }
      }
    }
    return writer.text
  }

  private func write(
    _ bill: Bill, _ context: BillContext, _ beginning: CSVWriter.RowBeginning,
    to writer: inout CSVWriter
  ) {
    let (digits, currency) = (context.rounding.moneyDigits, context.currency)
    for line in bill.lines {
      let record = LineRecord(line, of: bill, digits: digits, currency: currency)
      writer.begin(beginning)
      writer.write(.text(record.charge))
      writer.write(.decimal(record.quantity))
      writer.write(.text(record.unit))
      writer.write(.decimal(record.price))
      writer.write(.decimal(record.amount))
      writer.write(.decimal(record.exactAmount))
      writer.write(.text(record.source))
      writer.write(.text(record.note))
      writer.write(record.priceSource.map(CSVCell.text) ?? .empty)
      writer.endRow()
    }
    let notes = bill.notes.map(\.text).joined(separator: " ")
    writer.begin(beginning)
    writer.row([
      .text("total"), .empty, .text(currency), .empty,
      .decimal(LineRecord.money(bill.total, digits)), .decimal(bill.total.figure), .empty,
      .text(notes), .empty,
    ])
  }
}
