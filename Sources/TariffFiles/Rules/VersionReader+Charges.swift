import Documents
import Quantities
import Tariffs

extension VersionReader {

  /// Reads the charges in the order of the bill.
  mutating func readCharges() -> [Charge] {
    var charges: [Charge] = []
    var first: [String: ElementReader] = [:]
    let elements = element.children.filter { Self.charges.contains($0.element.name) }
    if elements.isEmpty {
      element.report(.missingElement, "<version> has no charge; one or more are expected in it")
    }
    for child in elements {
      let rule = sources.rule(for: child, isRequired: true)
      guard let (name, kind) = readCharge(child, within: rule.source) else { continue }
      if let earlier = first[name] {
        child.report(
          .duplicateName,
          """
          there is a second charge \(Printable.quote(name)); the first stands in line \
          \(earlier.line)
          """,
          hint: ["fixed-charge", "demand-charge", "tax"].contains(child.element.name)
            ? "give it a name of its own: name=\"…\"" : nil)
        continue
      }
      first[name] = child
      charges.append(Charge(name: name, kind: kind, rule: rule))
      lines += kind.lines(named: name)
    }
    return charges
  }

  private mutating func readCharge(
    _ child: ElementReader, within source: Source?
  ) -> (name: String, kind: Charge.Kind)? {
    switch child.element.name {
    case "fixed-charge": return readFixed(child)
    case "basic-charge": return readBasic(child, within: source).map { ("basic", .basic($0)) }
    case "energy-charge": return readEnergy(child, within: source).map { ("energy", .energy($0)) }
    case "demand-charge": return readDemand(child, within: source)
    case "reactive-charge": return readReactive(child).map { ("reactive", .reactive($0)) }
    case "reserve-charge": return readReserve(child).map { ("reserve", .reserve($0)) }
    case "export-credit": return readExport(child).map { ("export", .export($0)) }
    case "power-factor":
      return readPowerFactor(child).map { ("power-factor", .powerFactor($0)) }
    case "tax": return readTax(child)
    default: return readMinimum(child).map { ("minimum", .minimum($0)) }
    }
  }

  private func readFixed(_ child: ElementReader) -> (name: String, kind: Charge.Kind)? {
    child.expect(attributes: ["name", "per", "price", "price-column", "source", "page"])
    let name = child.optional("name", .name)
    let basis = child.required(
      "per", .choice([("month", FixedCharge.Basis.month), ("day", .day)]))
    let price = child.priceSource()
    guard let basis, let price, name != nil || !child.has("name") else { return nil }
    return (
      name.map { "fixed/\($0)" } ?? "fixed", .fixed(FixedCharge(price: price, basis: basis))
    )
  }

  private func readReactive(_ child: ElementReader) -> ReactiveCharge? {
    child.expect(
      attributes: ["price", "price-column", "free-percent", "counts", "source", "page"])
    let price = child.priceSource()
    let free = child.required("free-percent", .positivePercent)
    let counted = child.required("counts", Self.counts)
    guard let price, let free, let counted else { return nil }
    return ReactiveCharge(price: price, freeShare: free, counted: counted)
  }

  private func readReserve(_ child: ElementReader) -> CapacityPriceCharge? {
    child.expect(attributes: ["for", "price", "price-column", "source", "page"])
    let basis = child.required("for", ValueForm<CapacityPriceCharge.Basis>.word)
    let price = child.priceSource()
    guard let basis, let price else { return nil }
    return CapacityPriceCharge(basis: basis, price: price)
  }

  private func readExport(_ child: ElementReader) -> ExportCredit? {
    child.expect(attributes: ["price", "price-column", "source", "page"])
    return child.priceSource().map(ExportCredit.init)
  }

  static var counts: ValueForm<ReactiveCount> {
    .choice([
      (ReactiveCount.forward.rawValue, .forward),
      (ReactiveCount.forwardAndReverse.rawValue, .forwardAndReverse),
    ])
  }
}

extension ElementReader {

  /// The price, in the rule itself or in a column of the price page.
  func priceSource() -> PriceSource? {
    switch exactlyOne(of: ["price", "price-column"]) {
    case "price": optional("price", ValueForm<Price>.number).map { .literal($0) }
    case "price-column": optional("price-column", .name).map { .column($0) }
    default: nil
    }
  }
}
