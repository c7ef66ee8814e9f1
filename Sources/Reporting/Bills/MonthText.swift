import Billing
import Quantities

/// One month's bill, line by line, with a footnote on each line's figures and source.
struct MonthText {
  let bill: Bill
  let account: AccountBill
  let context: BillContext

  private var style: NumberStyle { .grouped }
  /// The bill is no narrower than this, lest its heading breaks over a short one.
  private static let leastWidth = 84

  /// The bill.
  var lines: [String] {
    let footnotes = Footnotes(bill)
    let table = table(footnotes)
    let width = max(Self.leastWidth, table.width)
    let title = MonthWords.title(bill.month)
    var lines = [BillHeader.title(account.account)]
    lines += TextBlock.ends(
      BillHeader.tariff(account.account, context.tariff), title, width: width)
    lines += TextBlock.ends(BillHeader.use(bill), say("all in \(context.currency)"), width: width)
    lines.append("")
    lines += table.lines
    if !footnotes.lines.isEmpty { lines += [""] + footnotes.lines }
    if !bill.notes.isEmpty { lines.append("") }
    lines += bill.notes.flatMap { TextBlock.lines($0.text, lead: say("Note  ")) }
    return lines
  }

  private func table(_ footnotes: Footnotes) -> TextTable {
    var table = TextTable([
      .init(.left, gap: 0), .init(.left), .init(.right), .init(.left, gap: 1), .init(.left),
      .init(.point, gap: 1), .init(.right, gap: 3), .init(.right),
    ])
    var group = ""
    for (index, line) in bill.lines.enumerated() {
      let heading = ChargeWords.group(line.charge)
      table.add(
        [heading == group ? "" : heading, ChargeWords.item(line, of: bill)]
          + factors(line) + [amount(line.amount), footnotes.mark(of: index)])
      group = heading
    }
    table.addRule(under: [6])
    table.add([say("Total"), "", "", "", "", "", amount(bill.total)])
    if let average = bill.total.per(bill.determinants.totalEnergy.quantity) {
      table.add([
        say("on average"), "", "", "", "", "",
        say("\(style.number(average, digits: 4)) per kWh"),
      ])
    }
    return table
  }

  private func factors(_ line: BillLine) -> [String] {
    switch line.product {
    case .quantity(let quantity, let unit, let price):
      let isEnergy = unit == .kWh || unit == .kvarh
      return [
        // Shares of tiers have nine digits; an explanation prints them all.
        style.number(quantity, atMost: 3), UnitWords.unit(unit, isOne: quantity == Quantity(1)),
        "×",
        style.number(price, atLeast: isEnergy ? 4 : 2),
      ]
    case .share(let base, let rate):
      // What is missing to a minimum is charged whole; its footnote has the figures.
      guard rate != .one else { return ["", "", "", ""] }
      return [amount(base), context.currency, "×", style.percent(rate, atLeast: 2)]
    }
  }

  private func amount(_ amount: Money) -> String {
    style.number(amount, atLeast: context.rounding.moneyDigits)
  }
}
