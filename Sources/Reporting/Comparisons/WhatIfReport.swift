import Advice
import Billing
import Quantities

/// A comparison of bills, to be shown as text, JSON or CSV.
package struct WhatIfReport: Sendable {
  /// The comparison.
  package let comparison: WhatIf

  /// Makes a report.
  package init(_ comparison: WhatIf) { self.comparison = comparison }

  var currency: String { comparison.baseline.tariff.currency }
  private var style: NumberStyle { .grouped }

  /// Months billed both before and after.
  private var months: [(before: Bill, after: Bill)] {
    comparison.baseline.bills.compactMap { before in
      comparison.scenario.bills.first { $0.month == before.month }.map { (before, $0) }
    }
  }

  /// What the reader ought to know, a paragraph each.
  var notes: [String] {
    (comparison.result.biller.terms.asOf.map { [BillNote.asOf($0).text] } ?? [])
      + WarningWords.texts(comparison.warnings)
  }

  /// The comparison as a JSON document.
  package var json: JSONValue { .object(members) }

  /// What every comparison of bills says.
  var members: [JSONMember] {
    func side(_ bill: AccountBill) -> JSONValue {
      [
        "total": .string(bill.total.text(digits: 2)),
        "average_price": .text(bill.averagePrice?.text(digits: 4)),
      ]
    }
    return [
      JSONMember("account", .text(BillHeader.number(comparison.baseline.account.id))),
      JSONMember("currency", .string(currency)),
      JSONMember("months_covered", .count(comparison.baseline.bills.count)),
      JSONMember("baseline", side(comparison.baseline)),
      JSONMember("scenario", side(comparison.scenario)),
      JSONMember("saving", .string(comparison.saving.text(digits: 2))),
      JSONMember(
        "levers",
        .array(
          comparison.levers.map { lever in
            .object(
              [
                JSONMember("lever", .string(lever.lever.name)),
                JSONMember("from", lever.from.map(SettingWords.json) ?? .null),
                JSONMember("to", SettingWords.json(lever.to)),
                JSONMember("saving", .string(lever.saving.text(digits: 2))),
                JSONMember("counted_with", .text(lever.countedWith?.name)),
              ] + DetailWords.members(lever.detail))
          })),
      JSONMember(
        "months",
        .array(
          months.map { month in
            [
              "month": .string(month.before.month.description),
              "baseline": .string(month.before.total.text(digits: 2)),
              "scenario": .string(month.after.total.text(digits: 2)),
            ]
          })),
      JSONMember("warnings", .array(notes.map { .string($0) })),
    ]
  }

  /// The comparison as a table of months for a spreadsheet.
  package var csv: String {
    let heading: [CSVCell] = ["account", "month", "baseline", "scenario", "saving"].map(
      CSVCell.text)
    let rows = months.map { month -> [CSVCell] in
      [
        .text(comparison.baseline.account.id), .figure(month.before.month.description),
        .figure(month.before.total.text(digits: 2)), .figure(month.after.total.text(digits: 2)),
        .figure((month.before.total - month.after.total).text(digits: 2)),
      ]
    }
    return CSVWriter.document([heading] + rows)
  }

  /// The comparison as text.
  package var text: String {
    var lines = heading + [""]
    var table = TextTable([
      .init(.left, gap: 0), .init(.left), .init(.left), .init(.right),
    ])
    table.add([say("change"), say("from"), say("to"), say("saves \(currency)")])
    for lever in comparison.levers {
      let from = LeverWords.lines(lever.lever, lever.from)
      let to = LeverWords.lines(lever.lever, lever.to)
      let saving =
        lever.countedWith.map { say("counted with \(LeverWords.name($0))") }
        ?? style.number(lever.saving, digits: 2)
      for row in 0..<max(from.count, to.count) {
        table.add([
          row == 0 ? LeverWords.name(lever.lever) : "", row < from.count ? from[row] : "",
          row < to.count ? to[row] : "", row == 0 ? saving : "",
        ])
      }
    }
    table.addRule(under: [3])
    table.add([say("together"), "", "", style.number(comparison.saving, digits: 2)])
    lines += table.lines + ["", totals(comparison.baseline, "before")]
    lines.append(totals(comparison.scenario, "after "))
    lines += details.flatMap { TextBlock.section($0.title, $0.lines) }
    let notes = notes
    if !notes.isEmpty { lines.append("") }
    lines += notes.flatMap {
      TextBlock.lines($0, lead: say("Note  "))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What is to be done for the levers, a section each.
  var details: [(title: String, lines: [String])] {
    comparison.levers.compactMap { DetailWords.section($0, currency: currency) }
  }

  /// Whose bills they are, under what tariff, of what months.
  var heading: [String] {
    [BillHeader.title(comparison.baseline.account)]
      + TextBlock.ends(
        BillHeader.tariff(comparison.baseline.account, comparison.baseline.tariff),
        MonthWords.list(months.map(\.before.month)), width: 84)
  }

  private func totals(_ bill: AccountBill, _ label: Message) -> String {
    let average = bill.averagePrice.map { style.number($0, digits: 4) } ?? "—"
    return say(
      "\(label)  \(style.number(bill.total, digits: 2)) \(currency), \(average) per kWh")
  }
}
