import Billing
import Quantities
import Tariffs
import Use

/// The way to one line of a bill, step by step: every figure that led to it, in sentences whose
/// arithmetic can be followed with a calculator.
struct LineSteps {
  let line: BillLine
  let bill: Bill
  let account: Account
  let context: BillContext

  /// Figures stand without separators here, so that they can be copied.
  var style: NumberStyle { .plain }
  var currency: String { context.currency }

  /// How the quantity came about, or the amounts a percentage is reckoned on.
  var quantity: [Message] {
    switch line.product {
    case .share: return base
    case .quantity(let quantity, let unit, _):
      switch unit {
      case .kW, .kVA, .kvar:
        return DemandStory(line.working).map(demand) ?? capacity + partial + tiers
      case .kWh: return energy(quantity)
      case .kvarh: return reactive
      case .day: return ["\(MonthWords.title(bill.month)) has \(bill.month.dayCount) days"]
      case .month: return ["one month, whatever its length"]
      case .amount: return []
      }
    }
  }

  /// How the price came about, or the rate of a percentage.
  var price: [Message] {
    switch line.product {
    case .share(_, let rate): return self.rate(rate)
    case .quantity(_, let unit, let price): return self.price(price, unit)
    }
  }

  private var capacity: [Message] {
    for case .capacity(let capacity, _, let motors) in line.working {
      return [CapacityArithmetic.text(account, capacity: capacity, motors: motors)]
    }
    return []
  }

  /// Units that were in use, or paused, on some days only.
  private var partial: [Message] {
    guard case .quantity(let quantity, let unit, _) = line.product else { return [] }
    return line.working.compactMap { step -> Message? in
      switch step {
      case .daysInUse(let id, let capacity, let days):
        return """
          transformer \(id), \(days) days in use: \(style.number(capacity)) kVA × \(days) ÷ 30 = \
          \(style.number(quantity)) \(unit.rawValue)
          """
      case .paused(let id, let capacity, let days, let share):
        return """
          transformer \(id), \(days) days paused: \(style.number(capacity)) kVA × \(days) ÷ 30 × \
          \(style.percent(share)) = \(style.number(quantity)) \(unit.rawValue)
          """
      default: return nil
      }
    }
  }

  /// A slice of a quantity whose lower slices stand on other lines.
  var tiers: [Message] {
    guard case .quantity(let quantity, let unit, _) = line.product else { return [] }
    return line.working.compactMap { step -> Message? in
      guard case .tier(let number, let from, let upTo) = step else { return nil }
      return """
        \(tier(number, from, upTo, unit)): \
        \(style.number(from + quantity)) − \(style.number(from)) = \(style.number(quantity)) \
        \(unit.rawValue)
        """
    }
  }

  /// `tier 2, from 20000 to 60000 kWh`.
  func tier(_ number: Int, _ from: Quantity, _ upTo: Quantity?, _ unit: BillUnit) -> Message {
    guard let upTo else { return "tier \(number), over \(style.number(from)) \(unit.rawValue)" }
    return "tier \(number), from \(style.number(from)) to \(style.number(upTo)) \(unit.rawValue)"
  }

  private var reactive: [Message] {
    guard case .quantity(let quantity, _, _) = line.product else { return [] }
    var steps: [Message] = []
    for case .freeReactive(let counted, let free) in line.working {
      steps.append("counted against the account: \(style.number(counted)) kvarh")
      if case .reactive(let charge) = context.charge(of: line)?.kind {
        steps.append(
          """
          free: \(style.number(charge.freeShare)) kvarh/kWh × \
          \(style.number(bill.determinants.totalEnergy.quantity)) kWh → \(style.number(free)) kvarh
          """)
      }
      steps.append(
        """
        beyond that: max(0, \(style.number(counted)) − \(style.number(free))) = \
        \(style.number(quantity)) kvarh
        """)
    }
    return steps
  }

  private func price(_ price: Price, _ unit: BillUnit) -> [Message] {
    let unitText = UnitWords.price(unit, currency: currency)
    var steps: [Message] = []
    for step in line.working {
      switch step {
      case .publishedPrice(let column, let printed, let less):
        steps.append(
          "printed under \(ComponentWords.name(column)): \(style.number(printed)) \(unitText)")
        let arithmetic = PriceArithmetic(printed: printed, less: less)
        if !less.isEmpty {
          steps.append("billed on lines of their own: \(list(arithmetic.names))")
        }
        steps += arithmetic.lines(unit: unitText).map { Message(verbatim: $0) }
      case .derivedPrice(let formula, let parts, let less):
        let arithmetic = PriceArithmetic(
          formula: formula, parts: parts, less: less, rounding: context.rounding)
        if !parts.isEmpty { steps.append("components: \(list(arithmetic.names))") }
        steps += arithmetic.lines(unit: unitText).map { Message(verbatim: $0) }
      case .discount:
        steps += discount(step)
      case .undiscountedPrice(let before):
        let factors = line.working.compactMap { step -> String? in
          guard case .discount(_, let factor, _, _, true, _) = step else { return nil }
          return " × \(style.number(factor, atLeast: 2))"
        }
        steps.append(
          """
          \(style.number(before))\(factors.joined()) = \(style.number(price)) \(unitText)
          """)
      default:
        continue
      }
    }
    if steps.isEmpty || !steps.contains(where: { say($0).hasSuffix(unitText) }) {
      steps.append("\(style.number(price)) \(unitText)\(found)")
    }
    for case .priceGiven(let name, let price) in bill.notes where usesGiven(name) {
      steps.append("\(ComponentWords.name(name)) \(style.number(price)): \(SourceWords.given)")
    }
    return steps
  }

  /// Where a price stands that is used as it is.
  private var found: Message {
    switch line.priceOrigin {
    case .rule: return ", as the rule says"
    case .page: return ", as printed on the price page"
    case .given: return ", \(SourceWords.given)"
    }
  }

  private func usesGiven(_ name: String) -> Bool {
    line.working.contains { step in
      switch step {
      case .derivedPrice(_, let parts, _): return parts.contains { $0.name == name }
      case .publishedPrice(let column, _, let less):
        return column == name || less.contains { $0.name == name }
      default: return false
      }
    }
  }

  private func discount(_ step: Working) -> [Message] {
    guard
      case .discount(let threshold, let factor, let energy, let capacity, let granted, let rule) =
        step
    else { return [] }
    let needed = threshold.times(capacity)
    let grant: Message = granted ? "granted" : "not granted"
    return [
      """
      discount: \(style.number(energy)) kWh \(granted ? "≥" : "<") \(style.number(threshold)) \
      kWh/kVA × \(style.number(capacity)) kVA = \(style.number(needed)) kWh, \
      \(grant): price × \
      \(style.number(granted ? factor : .one, atLeast: 2)) (\(rule.citation))
      """
    ]
  }

  private func list(_ names: [String]) -> Message { Message.list(names, separator: ", ") }
}
