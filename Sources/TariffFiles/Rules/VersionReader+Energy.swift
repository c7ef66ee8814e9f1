import Documents
import Quantities
import Tariffs

extension VersionReader {

  /// Whether it is known which components follow the hours.
  private enum FloatingBase { case known, unknown, none }

  func readEnergy(_ child: ElementReader, within source: Source?) -> EnergyCharge? {
    child.expect(
      attributes: ["bills", "tier-unit", "tier-allocation", "source", "page"],
      children: ["component", "period"])
    child.expectOrder(["component", "period"])
    let billing = child.required(
      "bills",
      .choice([
        ("published", EnergyCharge.Billing.published), ("derived", .derived),
        ("components", .components),
      ]))
    let basis = child.optional(
      "tier-unit",
      .choice([
        ("kWh", EnergyCharge.TierBasis.energy), ("kWh/day", .dailyEnergy),
        ("kWh/kW", .energyPerDemand),
      ]))
    let allocation = child.optional(
      "tier-allocation",
      .choice([
        ("proportional", EnergyCharge.TierAllocation.proportional),
        ("chronological", .chronological),
      ]))
    let components = readComponents(child)
    if billing == .published { refuseHiddenSurcharges(child) }
    let floats = child.children(named: "component").map {
      $0.element.attribute(named: "floats")?.value ?? "no"
    }
    let base: FloatingBase =
      floats.contains("?") ? .unknown : floats.contains("yes") ? .known : .none
    var periods: [PeriodPrice] = []
    for element in child.requiredChildren(named: "period") {
      let period = readPeriod(element, billing: billing, base: base, within: source)
      if let period { periods.append(period) }
    }
    checkPeriods(child)
    guard let billing, !periods.isEmpty else { return nil }
    return EnergyCharge(
      billing: billing, components: components, periods: periods, tierBasis: basis ?? .energy,
      tierAllocation: allocation ?? .proportional)
  }

  private func readComponents(_ child: ElementReader) -> [PriceComponent] {
    var components: [PriceComponent] = []
    var first: [String: Int] = [:]
    for element in child.children(named: "component") {
      element.expect(
        attributes: [
          "name", "price", "price-column", "floats", "fund", "power-factor-base", "classes",
          "source", "page",
        ], children: ["multiplied"])
      _ = sources.rule(for: element)
      let name = element.required("name", .name)
      let price = element.priceSource()
      let floats = element.optional("floats", Self.yesNoOrUnknown) ?? false
      let isFund = element.optional("fund", .yesOrNo) ?? false
      let inBase = element.optional("power-factor-base", .yesOrNo)
      if isFund, inBase == true {
        element.report(
          .conflictingAttributes, at: "power-factor-base",
          "a fund is never in the power-factor base; \"no\" or nothing is expected")
      }
      if floats, isFund || inBase == false {
        element.report(
          .ownLineFloats, at: "floats",
          "what stands on a line of its own has one price in all hours, but \"floats\" is \"yes\"",
          hint: "leave \"floats\" out, or let the component stand among those billed by period")
      }
      let classes = element.optional("classes", .names)
      let multiples = readMultiples(element)
      if let name, let line = first[name] {
        element.report(
          .duplicateName, at: "name",
          "there is a second component \(Printable.quote(name)); the first stands in line \(line)")
        continue
      }
      guard let name else { continue }
      first[name] = element.line
      guard let price else { continue }
      components.append(
        PriceComponent(
          name: name, price: price, floats: floats, isFund: isFund,
          inPowerFactorBase: inBase ?? !isFund, classes: classes.map { Set($0) },
          multiples: multiples))
    }
    return components
  }

  /// A page prints what accounts without a surcharge pay, so that a surcharge must be seen apart.
  private func refuseHiddenSurcharges(_ charge: ElementReader) {
    for component in charge.children(named: "component") where component.has("classes") {
      let words = ["fund", "power-factor-base"].map {
        component.element.attribute(named: $0)?.value
      }
      guard words[0] != "yes", words[1] != "no" else { continue }
      component.report(
        .misplacedRule, at: "classes",
        """
        the printed prices are billed, and a component for some classes of account is not in \
        them; a line of its own is expected
        """,
        hint: "write power-factor-base=\"no\" or fund=\"yes\", or bills=\"derived\"")
    }
  }

  private func readMultiples(_ component: ElementReader) -> [EnergySource: Rate] {
    var multiples: [EnergySource: Rate] = [:]
    for element in component.children(named: "multiplied") {
      element.expect(attributes: ["for", "times", "source", "page"])
      _ = sources.rule(for: element)
      let energySource = element.required("for", ValueForm<EnergySource>.word)
      let factor = element.required("times", ValueForm<Rate>.positive)
      guard let energySource, let factor else { continue }
      if multiples[energySource] != nil {
        element.report(
          .duplicateName, at: "for",
          "the component is multiplied twice for \(Printable.quote(energySource.rawValue))")
      }
      multiples[energySource] = factor
    }
    return multiples
  }

  private func readPeriod(
    _ element: ElementReader, billing: EnergyCharge.Billing?, base: FloatingBase,
    within source: Source?
  ) -> PeriodPrice? {
    element.expect(
      attributes: ["name", "times", "plus", "price", "price-column", "months", "source", "page"],
      children: ["tier"])
    let rule = sources.rule(for: element, within: source)
    let name = element.required("name", .name)
    let months = element.optional("months", .months)
    let column = element.optional("price-column", .name)
    if billing == .published, !element.has("price-column") {
      element.report(
        .missingPriceColumn,
        """
        the printed prices are billed, but this period has no "price-column"; the column it is \
        printed in is expected
        """,
        hint: "to bill prices that follow from the components, write bills=\"derived\"")
    }
    if billing == .components { refuseAllButRatios(element) }
    let tiers = readEnergyTiers(element, base: base, billing: billing)
    guard let name, let tiers, months != nil || !element.has("months") else { return nil }
    return PeriodPrice(
      period: PeriodName(name), months: months ?? .all, tiers: tiers, publishedColumn: column,
      rule: rule)
  }

  /// A line per component needs a ratio: an adder or a price of the whole belongs to no component.
  private func refuseAllButRatios(_ element: ElementReader) {
    for attribute in ["plus", "price"] where element.has(attribute) {
      element.report(
        .componentsNeedRatios, at: attribute,
        """
        components are billed one by one, so "times" is expected instead of \
        \(Printable.quote(attribute))
        """,
        hint: "to bill one price per period, write bills=\"derived\"")
    }
    if let tier = element.children(named: "tier").first {
      tier.report(
        .componentsNeedRatios,
        "components are billed one by one, so \"times\" is expected instead of tiers",
        hint: "to bill tiers, write bills=\"derived\"")
    }
  }

  private func readEnergyTiers(
    _ element: ElementReader, base: FloatingBase, billing: EnergyCharge.Billing?
  ) -> [PeriodPrice.Tier]? {
    let children = element.children(named: "tier")
    guard !children.isEmpty else {
      return formula(of: element, base: base, billing: billing).map {
        [.init(upTo: nil, formula: $0)]
      }
    }
    for attribute in ["times", "plus", "price"] where element.has(attribute) {
      element.report(
        .conflictingAttributes, at: attribute,
        """
        <period> has \(Printable.quote(attribute)) and <tier>, which exclude each other; one is \
        expected
        """)
    }
    if billing == .published {
      element.report(
        .misplacedRule,
        "a page prints one price for a period, so that tiers cannot be billed as published",
        hint: "write bills=\"derived\"")
    }
    var tiers: [PeriodPrice.Tier] = []
    for child in children {
      child.expect(attributes: ["up-to", "times", "plus", "price", "source", "page"])
      _ = sources.rule(for: child)
      let upTo = child.optional("up-to", ValueForm<Quantity>.positive)
      guard let formula = formula(of: child, base: base, billing: billing) else { continue }
      tiers.append(.init(upTo: upTo, formula: formula))
    }
    checkTierLimits(children)
    return tiers.isEmpty ? nil : tiers
  }

  private func formula(
    of element: ElementReader, base: FloatingBase, billing: EnergyCharge.Billing?
  ) -> PeriodPrice.Formula? {
    guard let attribute = element.exactlyOne(of: ["times", "plus", "price"]) else { return nil }
    if attribute == "times", element.element.attribute(named: "times")?.value == "?" {
      return printed(nil, element, billing)
    }
    if attribute != "price", base == .none {
      element.report(
        .nothingFloats, at: attribute,
        "\(Printable.quote(attribute)) applies to floating components, but the charge has none",
        hint: "write floats=\"yes\" at the components that follow the hours, or \"price\" here")
    }
    switch attribute {
    case "times":
      guard let ratio = element.optional("times", ValueForm<Rate>.notNegative) else { return nil }
      // A ratio of one leaves the price as it is, whatever floats.
      return base == .unknown && ratio != .one ? printed(ratio, element, billing) : .times(ratio)
    case "plus": return element.optional("plus", ValueForm<Price>.number).map { .plus($0) }
    default:
      return element.optional("price", ValueForm<Price>.number).map { .price(.literal($0)) }
    }
  }

  /// A price that only the page tells, as the ratio or what it applies to is not known.
  private func printed(
    _ ratio: Rate?, _ element: ElementReader, _ billing: EnergyCharge.Billing?
  ) -> PeriodPrice.Formula? {
    guard billing == .published else {
      element.report(
        .misplacedRule, at: "times",
        "what is not known can be billed as published only",
        hint: "write bills=\"published\" and the column the page prints the price in")
      return nil
    }
    return .published(ratio: ratio)
  }

  private static var yesNoOrUnknown: ValueForm<Bool> {
    .choice([("yes", true), ("no", false), ("?", false)])
  }

  private func checkPeriods(_ charge: ElementReader) {
    guard let calendar = calendars[""] else { return }
    var owners: [String: [Int: ElementReader]] = [:]
    var misspelled: Set<String> = []
    for element in charge.children(named: "period") {
      guard let name = element.element.attribute(named: "name")?.value, !name.isEmpty else {
        continue
      }
      guard calendar.names.contains(name) else {
        reportUnknownPeriod(name, at: element.range(of: "name"), of: calendar, in: element)
        Suggestion.nearest(to: name, in: calendar.names).map { _ = misspelled.insert($0) }
        continue
      }
      let months =
        element.element.attribute(named: "months").map {
          try? ValueForm<MonthSet>.months.read($0.value)
        }
        ?? MonthSet.all
      // Months that cannot be read are reported where they are read; count them all as covered.
      let numbers = (months ?? .all).numbers
      let taken = numbers.filter { owners[name]?[$0] != nil }
      if let month = taken.first, let owner = owners[name]?[month], months != nil {
        element.report(
          .periodOverlap, at: element.has("months") ? "months" : "name",
          """
          \(Printable.quote(name)) has a price in \(Self.words(for: taken)) here and in line \
          \(owner.line); one is expected
          """)
      }
      for month in numbers where owners[name]?[month] == nil {
        owners[name, default: [:]][month] = element
      }
    }
    for (position, name) in calendar.names.enumerated() where !misspelled.contains(name) {
      let covered = owners[name] ?? [:]
      let missing = calendar.months[position].subtracting(covered.keys)
      guard !missing.isEmpty else { continue }
      charge.report(
        .periodGap,
        covered.isEmpty
          ? "the calendar has the period \(Printable.quote(name)), which has no price here"
          : """
          \(Printable.quote(name)) has no price in \(Self.words(for: missing.sorted())), when \
          the calendar has hours of it
          """,
        hint: covered.isEmpty ? "add <period name=\(Printable.quote(name)) …/>" : nil)
    }
  }

  private static func words(for months: [Int]) -> String {
    months.count == 12
      ? "every month" : "month\(months.count == 1 ? "" : "s") \(MonthSet(months))"
  }
}
