import Billing
import Quantities
import Tariffs

extension Explanation {
  /// The explanation as a JSON document: each line as in `bill`, with its steps.
  package var json: JSONValue {
    let context = context
    let report = BillReport(accounts: [account], terms: terms)
    return [
      "account": .text(BillHeader.number(account.account.id)),
      "tariff": .string(bill.tariff),
      "currency": .string(context.currency),
      "month": .string(bill.month.description),
      "lines": .array(
        lines.map { line in
          let steps = LineSteps(line: line, bill: bill, account: account.account, context: context)
          return [
            "line": report.json(line, of: bill, context),
            "quantity_steps": .array(steps.quantity.map { .string(say($0)) }),
            "price_steps": .array(steps.price.map { .string(say($0)) }),
            "arithmetic": .string(LineArithmetic(line, context).description),
            "rule": reference(line.rule),
            "price": priceReference(line),
          ]
        }),
    ]
  }

  private func priceReference(_ line: BillLine) -> JSONValue {
    guard case .page(let page) = line.priceOrigin else { return nil }
    return reference(page)
  }

  private func reference(_ rule: RuleReference) -> JSONValue {
    [
      "file": .string(rule.file),
      "line": .count(rule.line),
      "document": .text(rule.source.map(SourceWords.document)),
      "url": .text(rule.source?.url),
      "confidence": .text(rule.source?.confidence.rawValue),
    ]
  }
}
