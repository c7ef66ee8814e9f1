import Documents
import Quantities
import Tariffs

/// Charges that are reckoned on others.
extension VersionReader {

  func readPowerFactor(_ child: ElementReader) -> PowerFactorCharge? {
    child.expect(
      attributes: ["tables", "base", "counts", "source", "page"], children: ["standard"])
    let id = child.required("tables", .name)
    let base = selectors(child, "base")
    let counted = child.required("counts", Self.counts)
    let found = id.flatMap { shared.tables[$0] }
    if let id, found == nil {
      let known = shared.tables.keys.sorted()
      child.report(
        .unknownTables, at: "tables",
        known.isEmpty
          ? "there are no power-factor tables \(Printable.quote(id)); no file of tables was found"
          : """
          there are no power-factor tables \(Printable.quote(id)); \
          \(Printable.alternatives(known.map { Printable.quote($0) })) is expected
          """,
        hint: Suggestion.hint(for: id, in: known))
    }
    var standards: [PowerFactorCharge.StandardRule] = []
    for element in child.requiredChildren(named: "standard") {
      element.expect(
        attributes: ["value", "voltages", "source", "page"] + ElementReader.capacityAttributes)
      _ = sources.rule(for: element)
      let value = element.required("value", .standard)
      let voltages = element.optional("voltages", .voltages)
      let range = element.capacityRange()
      if let value, let found, !found.tables.contains(where: { $0.standard == value }) {
        element.report(
          .missingStandard, at: "value",
          """
          the tables \(Printable.quote(found.id)) have none for \(value.rawValue); \
          \(Printable.alternatives(found.tables.map(\.standard.rawValue))) is expected
          """)
      }
      guard let value, let range else { continue }
      standards.append(.init(standard: value, capacity: range, voltages: voltages))
    }
    guard let found, let base, let counted else { return nil }
    return PowerFactorCharge(
      tables: found.tables, base: base, standards: standards, counted: counted)
  }

  func readTax(_ child: ElementReader) -> (name: String, kind: Charge.Kind)? {
    child.expect(attributes: ["name", "percent", "of", "source", "page"])
    let name = child.required("name", .name)
    let rate = child.required("percent", .percent)
    let base = selectors(child, "of")
    guard let name, let rate, let base else { return nil }
    return ("tax/\(name)", .tax(TaxCharge(rate: rate, base: base)))
  }

  func readMinimum(_ child: ElementReader) -> MinimumCharge? {
    child.expect(attributes: ["amount", "per", "of", "source", "page"])
    let amount = child.required("amount", ValueForm<Money>.notNegative)
    let term = child.required(
      "per", .choice([("month", MinimumCharge.Term.month), ("year", .year)]))
    let base = selectors(child, "of")
    guard let amount, let term, let base else { return nil }
    return MinimumCharge(amount: amount, term: term, base: base)
  }

  /// The charges a charge is reckoned on, all of which must stand above it.
  private func selectors(_ child: ElementReader, _ attribute: String) -> [ChargeSelector]? {
    guard let names = child.required(attribute, .charges) else { return nil }
    let places = child.element.attribute(named: attribute)?.words(in: child.findings.source) ?? []
    for (name, place) in zip(names, places)
    where !lines.contains(where: ChargeSelector(name).selects) {
      explain(name, at: place.range, in: child)
    }
    return names.map { ChargeSelector($0) }
  }

  /// Reports a name that is none of the bill lines above a charge.
  private func explain(_ name: String, at place: SourceRange, in child: ElementReader) {
    let charges = elements(ofCharge: name)
    let position = position(of: child)
    if let later = charges.first(where: { self.position(of: $0) >= position }) {
      let isItself = self.position(of: later) == position
      child.findings.report(
        .chargeOrder, at: place,
        isItself
          ? "\(Printable.quote(name)) is this charge itself; a charge above it is expected"
          : """
          \(Printable.quote(name)) stands below, in line \(later.line); a charge above \
          \(child.title) is expected
          """,
        hint: isItself ? nil : "move \(child.title) below line \(later.line)")
      return
    }
    let groups = Self.groups(of: lines)
    // A charge that stands above and has no lines could not be read, which was reported.
    if !charges.isEmpty, !groups.contains(Self.group(of: name)) { return }
    let above =
      lines.isEmpty
      ? "none stands there"
      : "\(Printable.alternatives(lines)) is expected"
    child.findings.report(
      .unknownCharge, at: place,
      "\(Printable.quote(name)) is no charge above \(child.title); \(above)",
      hint: Suggestion.hint(for: name, in: groups + lines))
  }

  /// Where a charge stands among what the version holds, some of which may be of another file.
  private func position(of charge: ElementReader) -> Int {
    element.children.firstIndex {
      $0.findings === charge.findings && $0.element.startTag == charge.element.startTag
    } ?? 0
  }

  /// The elements whose charge has the name, or lines below it.
  private func elements(ofCharge name: String) -> [ElementReader] {
    let kinds = [
      "fixed": "fixed-charge", "basic": "basic-charge", "energy": "energy-charge",
      "funds": "energy-charge", "demand": "demand-charge", "reactive": "reactive-charge",
      "reserve": "reserve-charge", "export": "export-credit", "power-factor": "power-factor",
      "tax": "tax", "minimum": "minimum-bill",
    ]
    guard let kind = kinds[Self.group(of: name)] else { return [] }
    let found = element.children(named: kind)
    guard ["fixed-charge", "demand-charge", "tax"].contains(kind), name.contains("/") else {
      return found
    }
    return found.filter { name.hasSuffix("/\($0.element.attribute(named: "name")?.value ?? "")") }
  }

  /// The first part of a name: `energy` of `energy/peak`.
  private static func group(of name: String) -> String {
    name.split(separator: "/").first.map(String.init) ?? name
  }

  private static func groups(of lines: [String]) -> [String] {
    var groups: [String] = []
    for group in lines.map(group) where !groups.contains(group) { groups.append(group) }
    return groups
  }
}
