import Billing
import Quantities
import Tariffs

extension LineSteps {
  /// The amounts a percentage is reckoned on, and their sum.
  var base: [Message] {
    guard case .share(let sum, _) = line.product else { return [] }
    for step in line.working {
      switch step {
      case .minimum(let least, let counted, let term):
        return [
          "what counts toward the least amount of the \(term.rawValue): \(money(counted))",
          "\(bare(least)) − \(bare(counted)) = \(money(sum))",
        ]
      case .base(let charges):
        guard !charges.isEmpty else { return ["no line is in its base"] }
        return terms(of: charges, sum: sum)
      default:
        continue
      }
    }
    return []
  }

  private func terms(of charges: [String], sum: Money) -> [Message] {
    let lines = baseLines(charges)
    var steps: [Message] = lines.map { "\($0.charge) \(money($0.amount))" }
    let text = NumberStyle.sum(lines.map { bare($0.amount) })
    if lines.count > 1, lines.reduce(Money.zero, { $0 + $1.amount }) == sum {
      steps.append("\(text) = \(money(sum))")
    }
    return steps
  }

  /// The lines named in a base.
  ///
  /// A charge may stand on several lines, and is then named as often.
  private func baseLines(_ charges: [String]) -> [BillLine] {
    var rest = bill.lines[...]
    return charges.compactMap { charge in
      guard let index = rest.firstIndex(where: { $0.charge == charge }) else { return nil }
      defer { rest = rest[(index + 1)...] }
      return rest[index]
    }
  }

  /// The rate of a percentage.
  func rate(_ rate: Rate) -> [Message] {
    for case .powerFactor(let active, let reactive, let value, let standard) in line.working {
      let determinants = bill.determinants
      var steps: [Message] = ["active energy \(style.number(active.quantity)) kWh"]
      if let forward = determinants.reactiveForward, let reverse = determinants.reactiveReverse,
        reverse > .zero, forward + reverse == reactive
      {
        steps.append(
          """
          reactive energy, drawn and fed back: \(style.number(forward.quantity)) + \
          \(style.number(reverse.quantity)) = \(style.number(reactive.quantity)) kvarh
          """)
      } else {
        steps.append("reactive energy \(style.number(reactive.quantity)) kvarh")
      }
      return steps + [
        Message(
          verbatim: PowerFactorArithmetic.text(active: active, reactive: reactive, value: value)),
        """
        table for the standard \(standard.rawValue): at \(value) → \
        \(style.percent(rate, atLeast: 2))
        """,
      ]
    }
    // What is missing to a minimum is charged whole.
    if case .minimum = line.working.last { return [] }
    return ["rate \(style.percent(rate, atLeast: 2)), as the rule says"]
  }

  private func bare(_ amount: Money) -> String {
    style.number(amount, atLeast: context.rounding.moneyDigits)
  }

  private func money(_ amount: Money) -> String { "\(bare(amount)) \(currency)" }
}
