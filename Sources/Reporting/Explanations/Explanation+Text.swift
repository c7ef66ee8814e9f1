import Billing
import Documents
import Quantities
import Tariffs

extension Explanation {
  /// Cells the labels of a line's parts take.
  private static let labelWidth = 12

  /// The explanation as people read it.
  ///
  /// Figures stand without separators, so that they can be copied into a calculator; an arrow
  /// stands where a figure is rounded.
  package var text: String {
    let context = context
    var output = TextBlock.ends(
      BillHeader.account(account.account), MonthWords.title(bill.month), width: TextBlock.width)
    output += TextBlock.ends(
      BillHeader.tariff(account.account, context.tariff), say("all in \(context.currency)"),
      width: TextBlock.width)
    for line in lines {
      output.append("")
      output += section(line, context)
    }
    if lines.count > 1 { output += ["", sum(context)] }
    let notes = bill.notes
    if !notes.isEmpty { output.append("") }
    output += notes.flatMap { TextBlock.lines($0.text, lead: say("Note  ")) }
    return output.map { $0 + "\n" }.joined()
  }

  private func section(_ line: BillLine, _ context: BillContext) -> [String] {
    let steps = LineSteps(line: line, bill: bill, account: account.account, context: context)
    let group = ChargeWords.group(line.charge)
    let item = ChargeWords.item(line, of: bill)
    var output = ["\(line.charge)  (\(item.isEmpty ? group : say("\(group): \(item)")))"]
    switch line.product {
    case .quantity:
      output += part("Quantity", steps.quantity.map(say)) + part("Price", steps.price.map(say))
    case .share:
      output += part("Base", steps.quantity.map(say)) + part("Rate", steps.price.map(say))
    }
    // The line of arithmetic is never broken: programs look for it.
    output.append(Self.label("Amount") + LineArithmetic(line, context).description)
    output += part("Rounding", [say(rounding(context))])
    output += part("Rule", citation(line.rule))
    switch line.priceOrigin {
    case .rule: break
    case .given: output += part("Price from", [SourceWords.given])
    case .page(let reference):
      if reference != line.rule {
        output += part(line.isShare ? "Table" : "Price from", citation(reference))
      }
    }
    return output
  }

  private func rounding(_ context: BillContext) -> Message {
    let unit = Money(units: PowersOfTen.power(Money.fractionDigits - context.rounding.moneyDigits))
    return """
      once, to \(unit) \(context.currency), \(SourceWords.rounding(context.rounding))
      """
  }

  private func citation(_ reference: RuleReference) -> [String] {
    let place = "\(reference.file):\(reference.line)"
    guard let source = reference.source else { return [place, say("no document is named")] }
    return [
      SourceWords.document(source), place,
      say("confidence \(SourceWords.confidence(source.confidence))"),
    ]
  }

  private func sum(_ context: BillContext) -> String {
    let style = NumberStyle.plain
    let digits = context.rounding.moneyDigits
    let terms = lines.map { line in
      line.amount.isNegative
        ? " − \(style.number(line.amount.magnitude, atLeast: digits))"
        : " + \(style.number(line.amount, atLeast: digits))"
    }.joined()
    let total = lines.reduce(Money.zero) { $0 + $1.amount }
    return """
      \(Self.label("Together"))\(terms.dropFirst(terms.hasPrefix(" + ") ? 3 : 1)) = \
      \(style.number(total, atLeast: digits)) \(context.currency)
      """
  }

  private func part(_ name: Message, _ paragraphs: [String]) -> [String] {
    paragraphs.enumerated().flatMap { index, paragraph in
      TextBlock.lines(paragraph, lead: Self.label(index == 0 ? name : ""))
    }
  }

  private static func label(_ name: Message) -> String {
    let name = say(name)
    return "  " + name + String(repeating: " ", count: labelWidth - DisplayWidth.of(name))
  }
}
