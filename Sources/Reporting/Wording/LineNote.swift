import Billing
import Documents
import Quantities
import Tariffs

/// What stands beside a line of a bill in a few words: how its quantity and its price came about.
struct LineNote {
  private let working: [Working]
  private let product: BillLine.Product
  private let notes: [BillNote]
  private let style: NumberStyle

  /// The words of a line of a bill.
  static func text(of line: BillLine, in bill: Bill, style: NumberStyle) -> String {
    LineNote(
      working: line.working, product: line.product, notes: bill.notes, style: style
    ).text
  }

  /// The words, or nothing where the figures speak for themselves.
  private var text: String {
    guard !isPlain else { return "" }
    var parts: [Message] = []
    if let story = DemandStory(working) { parts += demand(story) }
    for step in working {
      if let words = words(step) { parts.append(words) }
    }
    // Where all of a price was given, its source says so.
    let prices = notes.isEmpty ? [] : priceParts
    let given = givenParts(of: prices)
    if !given.isEmpty, given != prices {
      parts.append(
        "\(Printable.alternatives(given.map(ComponentWords.name), conjunction: "and")) \(SourceWords.given)"
      )
    }
    return parts.isEmpty ? "" : say(parts.joined(separator: "; "))
  }

  /// Whether all of it is a price that stands as it is, as on most lines of flat tariffs.
  private var isPlain: Bool {
    working.allSatisfy { step in
      guard case .derivedPrice(.price, let parts, let less) = step else { return false }
      return parts.isEmpty && less.isEmpty
    }
  }

  /// The parts of the price by name.
  private var priceParts: [String] {
    var names: [String] = []
    for step in working {
      switch step {
      case .publishedPrice(_, _, let less): names += less.map(\.name)
      case .derivedPrice(_, let parts, let less):
        let ownNames = Set(less.map(\.name))
        names += parts.map(\.name).filter { !ownNames.contains($0) }
      default: continue
      }
    }
    return names
  }

  /// Those of them that were given on the command line.
  private func givenParts(of prices: [String]) -> [String] {
    prices.filter { name in
      notes.contains { note in
        if case .priceGiven(name, _) = note { return true } else { return false }
      }
    }
  }

  private func demand(_ story: DemandStory) -> [Message] {
    let unit = unitText
    switch story.outcome {
    case .beyond(let excess):
      let allowance: Message =
        excess.reading == .old ? "" : "\(style.percent(excess.allowance)) of "
      return [
        """
        \(number(excess.start)) + 2 × (\(number(excess.metered)) − \(number(excess.limit))): \
        \(number(excess.metered)) \(unit) exceeds \(allowance)the contract demand \
        \(number(excess.contract)) \(unit)
        """
      ] + binding(story)
    case .within(let limit, _):
      let floor = binding(story)
      guard floor.isEmpty else { return floor + ["metered \(number(story.metered)) \(unit)"] }
      return [
        """
        contract demand; metered \(number(story.metered)) \(unit), \(number(limit)) \(unit) allowed
        """
      ]
    case nil:
      guard story.compared > story.metered else { return [meteredAt] }
      return binding(story) + ["metered \(number(story.metered)) \(unit)"]
    }
  }

  private func binding(_ story: DemandStory) -> [Message] {
    switch story.bindingFloor {
    case .capacityFloor(let share, let capacity, _):
      return ["\(style.percent(share)) of \(number(capacity)) kVA"]
    case .contractFloor(let share, let contract, _):
      return ["\(style.percent(share)) of the contract demand \(number(contract)) \(unitText)"]
    case .leastDemand(let least):
      return ["at least \(number(least)) \(unitText)"]
    case .ratchet(let share, let month, let demand, _):
      return ["\(style.percent(share)) of \(number(demand)) \(unitText) in \(month)"]
    default:
      return []
    }
  }

  private var meteredAt: Message {
    for case .meteredDemand(_, let start, let seconds) in working {
      guard let start else { return "maximum demand read from the register" }
      guard let seconds else { return "metered \(TimeWords.moment(start))" }
      return "metered \(UnitWords.duration(seconds: seconds)) from \(TimeWords.moment(start))"
    }
    return ""
  }

  private func words(_ step: Working) -> Message? {
    switch step {
    case .capacity(_, let transformers, let motors):
      switch (transformers, motors > .zero) {
      case (let set?, false): return "transformers \(set)"
      case (let set?, true):
        return "transformers \(set) and \(number(motors)) kW of high-voltage motors"
      case (nil, true): return "\(number(motors)) kW of high-voltage motors"
      case (nil, false): return ""
      }
    case .discount(let threshold, let factor, let energy, let capacity, let granted, _):
      return discount(threshold, factor, energy, capacity, granted)
    case .publishedPrice(let column, let printed, let less):
      guard !less.isEmpty else { return "price \(ComponentWords.name(column)) as printed" }
      return
        "printed \(ComponentWords.name(column)) \(price(printed))\(less.map { " − " + part($0) }.joined())"
    case .derivedPrice(let formula, let parts, let less):
      return derived(formula, parts, less)
    case .tier(let number, let from, let upTo):
      return tier(number, from, upTo)
    case .roundedEnergy(let exact):
      return "counted \(style.number(exact)) kWh"
    case .powerFactor(let active, let reactive, _, _):
      return """
        \(style.number(active.quantity)) kWh and \(style.number(reactive.quantity)) kvarh
        """
    case .base(let charges):
      return charges.isEmpty ? nil : "reckoned on \(Self.names(charges))"
    case .freeReactive(let counted, let free):
      return "\(style.number(counted)) kvarh, of which \(style.number(free)) free"
    case .freeReactiveDemand(_, let share, let demand, let free):
      return "\(number(free)) kvar free, \(style.percent(share)) of \(number(demand)) kW"
    case .minimum(let least, let counted, let term):
      return """
        least amount \(style.number(least, atLeast: 2)) a \(term.rawValue), \
        \(style.number(counted, atLeast: 2)) counts toward it
        """
    case .losses(_, let iron, let copper, let line, _):
      let own: Message = line > .zero ? ", line \(style.number(line, atMost: 1))" : ""
      return """
        with its part of the losses (iron \(style.number(iron, atMost: 1)), copper \
        \(style.number(copper, atMost: 1))\(own) kWh)
        """
    case .subMeter(let name, let energy):
      return "\(name) takes \(style.number(energy)) kWh"
    case .days(let from, let to, _):
      return "\(from) to \(to)"
    case .daysInUse(let unit, let capacity, let days):
      return "transformer \(unit): \(number(capacity)) kVA × \(days) ÷ 30 days in use"
    case .paused(let unit, let capacity, let days, let share):
      return """
        transformer \(unit) paused: \(number(capacity)) kVA × \(days) ÷ 30, \
        \(style.percent(share)) still due
        """
    case .supplyLine(let line):
      return "supply line \(line)"
    case .resale(let demand):
      return "\(number(demand)) kW of supplied parties taken off"
    case .curve(let steps, _):
      return "each interval at the price of its time, \(steps) prices; the mean is shown"
    case .meteredDemand, .capacityFloor, .contractFloor, .leastDemand, .ratchet, .contract,
      .withinAllowance, .excess, .undiscountedPrice:
      return nil
    }
  }

  private func discount(
    _ threshold: Quantity, _ factor: Rate, _ energy: Quantity, _ capacity: Power, _ granted: Bool
  ) -> Message {
    // Digits are dropped, not rounded: what just misses the threshold must not read as reached.
    let use: Message =
      capacity.units > 0
      ? "\(style.number(Self.truncatedRatio(energy, capacity))) kWh per kVA" : "no capacity"
    let words: Message = "\(use), \(style.number(threshold)) needed"
    guard granted else { return "no discount: \(words)" }
    for case .undiscountedPrice(let before) in working {
      return "\(price(before)) less \(style.percent(Rate.one - factor)): \(words)"
    }
    return "less \(style.percent(Rate.one - factor)): \(words)"
  }

  private static func truncatedRatio(_ energy: Quantity, _ capacity: Power) -> Quantity {
    let tenths = WideProduct(energy.units, 10).divided(
      by: capacity.quantity.units, mode: .towardZero)
    return Quantity(units: tenths * PowersOfTen.power(Quantity.fractionDigits - 1))
  }

  private func derived(
    _ formula: PeriodPrice.Formula, _ parts: [Working.PricePart], _ less: [Working.PricePart]
  ) -> Message? {
    // What has a line of its own is added and taken off again; here it is left out.
    let ownNames = Set(less.map(\.name))
    let kept = parts.filter { !ownNames.contains($0.name) }
    // A price that stands as it is needs no words.
    if kept.isEmpty, case .price = formula { return nil }
    let floating = kept.filter(\.floats).map(part)
    let fixed = kept.filter { !$0.floats }.map(part)
    var terms: [String] = []
    var isProduct = false
    switch formula {
    case .times(let ratio) where !floating.isEmpty:
      let sum = NumberStyle.sum(floating)
      if ratio == .one {
        terms = floating
      } else {
        let factor = style.number(ratio)
        isProduct = true
        terms = [floating.count > 1 ? "(\(sum)) × \(factor)" : "\(sum) × \(factor)"]
      }
    case .times:
      break
    case .plus(let adder):
      terms = floating + (adder == .zero ? [] : [price(adder)])
    case .price(.literal(let literal)):
      terms = [price(literal)]
    case .price(.column(let column)):
      terms = [ComponentWords.name(column)]
    case .published:
      break
    }
    terms += fixed
    let shown = if case .price = formula { kept.filter { !$0.floats } } else { kept }
    let hasArithmetic = terms.count > 1 || isProduct || shown.contains { $0.factor != .one }
    return hasArithmetic ? "price \(NumberStyle.sum(terms))" : nil
  }

  private func part(_ part: Working.PricePart) -> String {
    var text = "\(ComponentWords.name(part.name)) \(price(part.price))"
    if part.factor != .one { text += " × \(style.number(part.factor))" }
    return text
  }

  private func tier(_ number: Int, _ from: Quantity, _ upTo: Quantity?) -> Message {
    guard let upTo else { return "tier \(number), over \(style.number(from)) \(unitText)" }
    return "tier \(number), \(style.number(from)) to \(style.number(upTo)) \(unitText)"
  }

  private var unitText: String {
    guard case .quantity(_, let unit, _) = product else { return "" }
    return UnitWords.unit(unit)
  }

  private func number(_ power: Power) -> String { style.number(power) }

  // Prices of energy are printed with four digits, others with two.
  private func price(_ price: Price) -> String {
    guard case .quantity(_, let unit, _) = product else { return style.number(price) }
    return style.number(price, atLeast: unit == .kWh || unit == .kvarh ? 4 : 2)
  }

  /// Charges by their names; several lines of one group are one name.
  static func names(_ charges: [String]) -> String {
    var names: [String] = []
    for charge in charges {
      let name = ChargeWords.group(charge).lowercased()
      if !names.contains(name) { names.append(name) }
    }
    return names.joined(separator: Phrase.text("list.comma"))
  }
}
