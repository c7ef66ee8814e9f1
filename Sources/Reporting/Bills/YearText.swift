import Billing
import Quantities

/// Several months of an account: a row for each, and what they add up to.
struct YearText {
  let account: AccountBill
  let report: BillReport

  /// A column of amounts.
  private enum Column: Hashable {
    case group(ChargeGroup)
    case other

    var heading: String {
      switch self {
      case .group(let group):
        switch group {
        case .basic: return say("basic")
        case .demand: return say("demand")
        case .energy: return say("energy")
        case .funds: return say("funds")
        case .powerFactor: return say("power factor")
        case .other(let name): return say(Message(word: name))
        }
      case .other: return say("other")
      }
    }

    func takes(_ line: BillLine) -> Bool {
      let group = ChargeGroup(line.charge)
      switch self {
      case .group(let own): return own == group
      case .other: return group.isOther
      }
    }
  }

  private var style: NumberStyle { .grouped }

  /// The table with its heading and the notes of all months.
  var lines: [String] {
    let table = table
    var lines = [BillHeader.title(account.account)]
    lines += TextBlock.ends(
      BillHeader.tariff(account.account, account.tariff), say("all in \(account.tariff.currency)"),
      width: table.width)
    lines.append("")
    lines += table.lines
    let notes = notes
    if !notes.isEmpty { lines.append("") }
    lines += notes.flatMap { TextBlock.lines($0, lead: say("Note  ")) }
    return lines
  }

  /// Columns that some line falls into; an empty one would only take room.
  private var columns: [Column] {
    let all: [Column] = [
      .group(.basic), .group(.demand), .group(.energy), .group(.funds), .group(.powerFactor),
      .other,
    ]
    let lines = account.bills.flatMap(\.lines)
    return all.filter { column in lines.contains(where: column.takes) }
  }

  private var table: TextTable {
    let columns = columns
    let digits = report.moneyDigits(of: account)
    let energyDigits = energyDigits
    var table = TextTable(
      [.init(.left, gap: 0), .init(.right)] + columns.map { _ in .init(.right) }
        + [.init(.right), .init(.right)])
    table.add(
      [Phrase.text("year.month"), "kWh"] + columns.map(\.heading) + [say("total"), say("per kWh")])
    for outcome in account.months {
      guard let bill = outcome.bill else {
        table.add(
          [outcome.month.description, "—"] + columns.map { _ in "—" } + [say("not billed"), "—"])
        continue
      }
      table.add(
        [bill.month.description, energy(bill.determinants.totalEnergy, energyDigits)]
          + columns.map { column in
            let own = bill.lines.filter(column.takes)
            return own.isEmpty ? "—" : amount(own, digits)
          }
          + [style.number(bill.total, atLeast: digits), average(bill.total, of: [bill])])
    }
    guard !account.bills.isEmpty else { return table }
    table.addRule(under: Set(1..<(columns.count + 4)))
    let lines = account.bills.flatMap(\.lines)
    table.add(
      [say("total"), energy(account.energy, energyDigits)]
        + columns.map { column in amount(lines.filter(column.takes), digits) }
        + [style.number(account.total, atLeast: digits), average(account.total, of: account.bills)])
    return table
  }

  /// Digits that keep the energy of every month, at most three: rounded months would not add up.
  private var energyDigits: Int {
    (0..<3).first { digits in
      account.bills.allSatisfy { bill in
        let energy = bill.determinants.totalEnergy.quantity.rounded(digits: 3)
        return energy.rounded(digits: digits) == energy
      }
    } ?? 3
  }

  private func energy(_ energy: Energy, _ digits: Int) -> String {
    style.number(energy.quantity, digits: digits)
  }

  private func amount(_ lines: [BillLine], _ digits: Int) -> String {
    style.number(lines.reduce(Money.zero) { $0 + $1.amount }, atLeast: digits)
  }

  private func average(_ total: Money, of bills: [Bill]) -> String {
    let energy = bills.reduce(Quantity.zero) { $0 + $1.determinants.totalEnergy.quantity }
    return total.per(energy).map { style.number($0, digits: 4) } ?? "—"
  }

  /// What months have in common is said once, with the months where not all have it.
  private var notes: [String] {
    var order: [String] = []
    var months: [String: [Month]] = [:]
    for outcome in account.months {
      let texts: [String]
      switch outcome {
      case .billed(let bill): texts = bill.notes.map(\.text)
      case .incomplete(let month):
        texts = [say(CoverageWords.leftOut(month, moneyDigits: report.moneyDigits(of: account)))]
      }
      for text in texts {
        if months[text] == nil { order.append(text) }
        months[text, default: []].append(outcome.month)
      }
    }
    return order.map { text in
      let own = months[text] ?? []
      return own.count == account.months.count ? text : say("\(MonthWords.list(own)): \(text)")
    }
  }
}
