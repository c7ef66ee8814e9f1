import Advice
import Quantities

/// Issued bills beside recomputed ones, to be shown as text or JSON.
package struct VerificationReport: Sendable {
  private let verification: Verification

  /// Makes a report.
  package init(_ verification: Verification) { self.verification = verification }

  /// The comparison as a JSON document.
  package var json: JSONValue {
    [
      "account": .string(verification.bill.account.id),
      "currency": .string(verification.bill.tariff.currency),
      "months": .array(
        verification.months.map { month in
          [
            "month": .string(month.month.description),
            "lines": .array(
              month.lines.map { line in
                [
                  "charge": .string(line.charge),
                  "issued": .text(line.issued?.text(digits: 2)),
                  "computed": .text(line.computed?.text(digits: 2)),
                  "difference": .string(line.difference.text(digits: 2)),
                ]
              }),
            "agrees": .bool(month.agrees),
            "explained_by": .array(month.explainedBy.map { .string(VariantWords.code($0)) }),
          ]
        }),
      "agrees": .bool(verification.agrees),
    ]
  }

  /// The comparison as text: months that agree in a line, the others in full.
  package var text: String {
    let style = NumberStyle.grouped
    var lines = [BillHeader.title(verification.bill.account)]
    let agreeing = verification.months.filter(\.agrees)
    if !agreeing.isEmpty {
      lines.append(say("Agrees to the cent: \(MonthWords.list(agreeing.map(\.month)))"))
    }
    for month in verification.months where !month.agrees {
      lines += ["", say("\(MonthWords.title(month.month)) does not agree")]
      var table = TextTable([
        .init(.left, gap: 2), .init(.right), .init(.right), .init(.right),
      ])
      table.add(["", say("issued"), say("computed"), say("difference")])
      for line in month.lines {
        table.add([
          line.charge, line.issued.map { style.number($0, digits: 2) } ?? "—",
          line.computed.map { style.number($0, digits: 2) } ?? "—",
          style.number(line.difference, digits: 2),
        ])
      }
      lines += table.lines
      if month.explainedBy.isEmpty {
        lines.append(
          "  " + say("No variant of the rules that is known makes the difference vanish."))
      }
      for variant in month.explainedBy {
        lines += TextBlock.lines(
          say("It would agree if \(VariantWords.text(variant))."), lead: "  ")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
