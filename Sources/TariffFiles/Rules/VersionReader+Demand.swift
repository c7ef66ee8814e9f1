import Documents
import Quantities
import Tariffs

extension VersionReader {

  func readBasic(_ child: ElementReader, within source: Source?) -> BasicCharge? {
    child.expect(attributes: ["source", "page"], children: ["pauses", "method"])
    child.expectOrder(["pauses", "method"])
    let pauses = readPauses(child, within: source)
    var methods: [BasicCharge.Method] = []
    var first: [BasicChargeMethod: Int] = [:]
    for element in child.requiredChildren(named: "method") {
      guard let method = readMethod(element, within: source) else { continue }
      if let line = first[method.method] {
        element.report(
          .duplicateName, at: "basis",
          """
          there is a second method \(Printable.quote(method.method.rawValue)); the first stands \
          in line \(line)
          """)
        continue
      }
      first[method.method] = element.line
      methods.append(method)
    }
    return methods.isEmpty ? nil : BasicCharge(methods: methods, pauses: pauses)
  }

  private func readMethod(_ element: ElementReader, within source: Source?) -> BasicCharge.Method? {
    let rules = ["floor", "ratchet", "excess", "discount", "tier"]
    element.expect(
      attributes: ["basis", "price", "price-column", "without-contract", "source", "page"],
      children: rules)
    let rule = sources.rule(for: element, within: source)
    guard let method = element.required("basis", ValueForm<BasicChargeMethod>.word) else {
      return nil
    }
    guard method != .capacity else {
      for misplaced in element.children where rules.contains(misplaced.element.name) {
        misplaced.report(
          .misplacedRule,
          "\(misplaced.title) is a rule on demand, but this method counts installed capacity")
      }
      refuseWithoutContract(element, method)
      return element.priceSource().map {
        BasicCharge.Method(method: method, basis: .capacity(price: $0), rule: rule)
      }
    }
    let demand = readDemandRule(
      element, hasContract: method == .contractDemand, within: rule.source)
    guard let demand else { return nil }
    return BasicCharge.Method(method: method, basis: .demand(demand), rule: rule)
  }

  private func refuseWithoutContract(_ element: ElementReader, _ method: BasicChargeMethod) {
    guard element.has("without-contract") else { return }
    element.report(
      .misplacedRule, at: "without-contract",
      """
      "without-contract" means nothing on the basis \(Printable.quote(method.rawValue)); it is \
      expected with "contract-demand" only
      """)
  }

  mutating func readDemand(
    _ child: ElementReader, within source: Source?
  ) -> (name: String, kind: Charge.Kind)? {
    child.expect(
      attributes: [
        "name", "calendar", "periods", "months", "unit", "free-percent", "price", "price-column",
        "source", "page",
      ], children: ["floor", "ratchet", "discount", "tier"])
    let name = child.required("name", .name)
    let months = child.optional("months", .months) ?? .all
    let unit = child.optional(
      "unit", .choice([("kW", DemandCharge.Unit.kW), ("kVA", .kVA), ("kvar", .kvar)]))
    let free = child.optional("free-percent", .positivePercent)
    if unit == .kvar { refuseActiveRules(child) }
    if unit != .kvar, child.has("free-percent") {
      child.report(
        .misplacedRule, at: "free-percent",
        """
        "free-percent" is reactive power that is free beside the kW; it is expected with \
        unit="kvar" only
        """)
    }
    let demand = readDemandRule(child, hasContract: false, within: source)
    let window = name.flatMap { readWindow(child, name: $0) }
    guard let name, let demand else { return nil }
    if let window { windows.append(window) }
    return (
      "demand/\(name)",
      .demand(
        DemandCharge(
          window: window?.name, months: months, unit: unit ?? .kW, demand: demand,
          freeShare: free ?? .zero))
    )
  }

  /// Rules that hold reactive power against active power or capacity, which are none.
  private func refuseActiveRules(_ child: ElementReader) {
    for rule in child.children where ["floor", "discount"].contains(rule.element.name) {
      rule.report(
        .misplacedRule,
        "\(rule.title) is a rule on active power, but this charge counts reactive power")
    }
  }

  /// The hours a demand charge counts; nothing where every hour does.
  private func readWindow(_ child: ElementReader, name: String) -> DemandWindow? {
    let calendarName = child.optional("calendar", .name)
    let periods = child.optional("periods", .names)
    guard calendarName != nil || !child.has("calendar"),
      let calendar = calendar(named: calendarName ?? "", for: child), let periods
    else { return nil }
    let places = child.element.attribute(named: "periods")?.words(in: child.findings.source) ?? []
    var positions: Set<Int> = []
    for (period, place) in zip(periods, places) {
      if let position = calendar.names.firstIndex(of: period) {
        positions.insert(position)
      } else {
        reportUnknownPeriod(period, at: place.range, of: calendar, in: child)
      }
    }
    return DemandWindow(name: name, calendar: calendar.calendar, periods: positions)
  }

  func reportUnknownPeriod(
    _ period: String, at place: SourceRange, of calendar: ReadCalendar, in child: ElementReader
  ) {
    let known = Printable.alternatives(calendar.names.map { Printable.quote($0) })
    child.findings.report(
      .unknownPeriod, at: place,
      calendar.element == nil
        ? """
        \(Printable.quote(period)) is no period: the version has no calendar, and so the one \
        period "all"
        """
        : "\(Printable.quote(period)) is no period of the calendar; \(known) is expected",
      hint: Suggestion.hint(for: period, in: calendar.names))
  }

  private func readDemandRule(
    _ element: ElementReader, hasContract: Bool, within source: Source?
  ) -> DemandRule? {
    let tiers = readDemandTiers(element)
    var floors: [DemandRule.Floor] = []
    var discounts: [DemandRule.Discount] = []
    for child in element.children {
      switch child.element.name {
      case "floor":
        if let floor = readFloor(child, hasContract: hasContract) { floors.append(floor) }
      case "ratchet":
        if let ratchet = readRatchet(child) { floors.append(ratchet) }
      case "discount":
        if let discount = readDiscount(child, within: source) { discounts.append(discount) }
      default:
        break
      }
    }
    let contract = hasContract ? readContract(element) : nil
    if !hasContract {
      for excess in element.children(named: "excess") {
        excess.report(
          .misplacedRule,
          """
          <excess> means nothing where no contract demand is declared; it is expected with \
          basis="contract-demand" only
          """)
      }
      if let basis = element.optional("basis", ValueForm<BasicChargeMethod>.word) {
        refuseWithoutContract(element, basis)
      }
    }
    guard let tiers, contract != nil || !hasContract else { return nil }
    return DemandRule(tiers: tiers, floors: floors, contract: contract, discounts: discounts)
  }

  private func readContract(_ element: ElementReader) -> DemandRule.ContractRule? {
    let without = element.required(
      "without-contract",
      .choice([("floor", DemandRule.WithoutContract.floor), ("metered-demand", .metered)]))
    let excess = element.requiredChild(named: "excess")
    excess?.expect(attributes: ["above-percent", "reading", "source", "page"])
    excess.map { _ = sources.rule(for: $0) }
    let allowance = excess?.required("above-percent", .positivePercent)
    let reading = excess?.required("reading", ValueForm<ExcessReading>.word)
    let hasFloor = element.children(named: "floor").contains { $0.has("percent-of-capacity") }
    if without == .floor, !hasFloor {
      element.report(
        .misplacedRule, at: "without-contract",
        "without a contract demand the floor is billed, but the method has none",
        hint: "add <floor percent-of-capacity=\"40\" under=\"contract\"/>")
    }
    if let allowance, allowance < .one {
      excess?.report(
        .number, at: "above-percent",
        """
        an excess begins at 100 percent of the contract demand at the least, but \
        \(allowance.percentText) was read
        """)
    }
    guard let without, let allowance, let reading else { return nil }
    return .init(allowance: allowance, reading: reading, withoutContract: without)
  }

  private func readDemandTiers(_ element: ElementReader) -> [DemandRule.Tier]? {
    let children = element.children(named: "tier")
    guard !children.isEmpty else {
      return element.priceSource().map { [DemandRule.Tier(upTo: nil, price: $0)] }
    }
    for attribute in ["price", "price-column"] where element.has(attribute) {
      element.report(
        .conflictingAttributes, at: attribute,
        """
        \(element.title) has \(Printable.quote(attribute)) and <tier>, which exclude each other; \
        one is expected
        """)
    }
    var tiers: [DemandRule.Tier] = []
    for child in children {
      child.expect(attributes: ["up-to", "price", "price-column", "source", "page"])
      _ = sources.rule(for: child)
      let upTo = child.optional("up-to", ValueForm<Quantity>.positive)
      guard let price = child.priceSource() else { continue }
      tiers.append(.init(upTo: upTo, price: price))
    }
    checkTierLimits(children)
    return tiers.isEmpty ? nil : tiers
  }

  private func readFloor(_ child: ElementReader, hasContract: Bool) -> DemandRule.Floor? {
    child.expect(
      attributes: ["percent-of-capacity", "percent-of-contract", "kW", "under", "source", "page"])
    _ = sources.rule(for: child)
    let kind = child.exactlyOne(of: ["percent-of-capacity", "percent-of-contract", "kW"])
    if child.has("under"), kind == "percent-of-contract" || kind == "kW" {
      child.report(
        .misplacedRule, at: "under",
        "\"under\" goes with \"percent-of-capacity\" only; this floor is under the metered demand")
    }
    switch kind {
    case "percent-of-capacity":
      let share = child.optional("percent-of-capacity", .positivePercent)
      let under = child.required("under", .choice([("contract", true), ("metered-demand", false)]))
      guard let share, let under else { return nil }
      if under, !hasContract {
        child.report(
          .misplacedRule, at: "under",
          "there is no contract demand here for a floor to be under; \"metered-demand\" is expected"
        )
      }
      return under ? .capacityUnderContract(share) : .capacityUnderMetered(share)
    case "percent-of-contract":
      return child.optional("percent-of-contract", .positivePercent).map { .contract($0) }
    case "kW":
      return child.optional("kW", ValueForm<Power>.notNegative).map { .least($0) }
    default:
      return nil
    }
  }

  private func readRatchet(_ child: ElementReader) -> DemandRule.Floor? {
    child.expect(attributes: ["percent", "months-back", "months", "source", "page"])
    _ = sources.rule(for: child)
    let share = child.required("percent", .positivePercent)
    let back = child.required("months-back", .whole(1...60))
    let months = child.optional("months", .months) ?? .all
    guard let share, let back else { return nil }
    return .ratchet(share: share, monthsBack: back, months: months)
  }

  private func readDiscount(
    _ child: ElementReader, within source: Source?
  ) -> DemandRule.Discount? {
    child.expect(attributes: ["kWh-per-kVA", "times", "source", "page"])
    let rule = sources.rule(for: child, within: source)
    let least = child.required("kWh-per-kVA", ValueForm<Quantity>.positive)
    let factor = child.required("times", ValueForm<Rate>.positive)
    guard let least, let factor else { return nil }
    return .init(energyPerCapacity: least, factor: factor, rule: rule)
  }

  /// Limits must rise, and what is above the last must have a price too.
  func checkTierLimits(_ tiers: [ElementReader], limits attribute: String = "up-to") {
    let name = Printable.quote(attribute)
    var previous: Quantity?
    for (index, tier) in tiers.enumerated() {
      let isLast = index == tiers.count - 1
      guard tier.has(attribute) else {
        if !isLast {
          tier.report(.tierLimits, "this tier has no \(name), which only the last tier leaves out")
        }
        continue
      }
      if isLast {
        tier.report(
          .tierLimits, at: attribute,
          "the last tier ends, so that what is above it has no price; no \(name) is expected in it")
      }
      guard let text = tier.element.attribute(named: attribute)?.value,
        let limit = try? Quantity(text)
      else { continue }
      if let previous, limit <= previous {
        tier.report(
          .tierLimits, at: attribute,
          """
          the tier ends at \(limit), but the one before it at \(previous); tiers are expected to \
          rise
          """)
      }
      previous = limit
    }
  }
}
