import Documents
import Quantities
import Tariffs
import Use

/// Reads a worked case.
struct WorkedCaseReader {

  let findings: FileFindings

  private var periods: [[CaseRecord.Mention]] = []
  private var windows: [[CaseRecord.Mention]] = []
  private var charges: [CaseRecord.Mention] = []
  private var monthPlaces: [SourceRange] = []
  /// What the account has that months may tell of.
  private var subMeters: [SubMeter] = []
  private var supplyLines: [SupplyLine] = []

  init(findings: FileFindings) { self.findings = findings }

  /// What was read; nothing where something in the file is wrong, which was reported.
  mutating func read(_ root: ElementReader) -> CaseRecord? {
    root.expect(attributes: ["tariff"], children: ["about", "account", "month", "published"])
    root.expectOrder(["about", "account", "month", "published"])
    let tariff = root.required("tariff", .name)
    let about = root.requiredChild(named: "about")
    about?.expect(attributes: [], text: true)
    var accountReader = CaseAccountReader(
      id: FileSystem.stem(of: findings.source.file), tariff: tariff ?? "")
    let account = root.requiredChild(named: "account").map { accountReader.read($0) }
    subMeters = account?.subMeters ?? []
    supplyLines = account?.lines ?? []
    var months: [WorkedCase.Month] = []
    var first: [Month: Int] = [:]
    for element in root.requiredChildren(named: "month") {
      guard let month = readMonth(element) else { continue }
      if let line = first[month.reading.month] {
        element.report(
          .duplicateName, at: "name",
          "there is a second \(month.reading.month); the first stands in line \(line)")
      }
      first[month.reading.month] = element.line
      months.append(month)
    }
    checkAdjustments(accountReader.adjusted, among: root)
    let published = root.children(named: "published").compactMap { readPublished($0) }
    guard let tariff, let account, let about, !findings.hasErrors else { return nil }
    return CaseRecord(
      workedCase: WorkedCase(
        tariff: tariff, about: about.plainText, account: account, months: months,
        published: published, file: findings.source.file),
      findings: findings, tariffPlace: root.range(of: "tariff"), tariffs: accountReader.tariffs,
      periods: periods, windows: windows, charges: charges, monthPlaces: monthPlaces)
  }

  /// An adjustment of a month the case does not have would stand on none of its bills.
  private func checkAdjustments(
    _ adjusted: [(month: Month, place: SourceRange)], among root: ElementReader
  ) {
    let names = root.children(named: "month").compactMap {
      $0.element.attribute(named: "name")?.value
    }
    for (month, place) in adjusted where !names.contains("\(month)") {
      findings.report(
        .misplacedRule, at: place,
        names.isEmpty
          ? "the adjustment is of \(month), which the case does not have; it has no month"
          : """
          the adjustment is of \(month), which the case does not have; \
          \(Printable.alternatives(names)) is expected
          """)
    }
  }

  private mutating func readMonth(_ element: ElementReader) -> WorkedCase.Month? {
    element.expect(
      attributes: ["name"],
      children: [
        "energy", "total-energy", "maximum-demand", "reactive-energy", "contract-demand",
        "sub-meter", "exported", "expect",
      ])
    let name = element.required("name", .month)
    monthPlaces.append(element.range(of: "name"))
    periods.append([])
    windows.append([])
    var reading = MonthlyReading(month: name ?? Month(ordinal: 0))
    for child in element.children(named: "energy") { readEnergy(child, &reading) }
    if let total = element.child(named: "total-energy") {
      total.expect(attributes: ["kWh"])
      reading.total = total.required("kWh", .energy)
    }
    if reading.energy.isEmpty,
      !element.element.elements.contains(where: { $0.name == "total-energy" })
    {
      element.report(
        .missingElement, "<month> has no <energy> and no <total-energy>; what was used is expected")
    }
    for child in element.children(named: "maximum-demand") { readDemand(child, &reading) }
    if let reactive = element.child(named: "reactive-energy") {
      reactive.expect(attributes: ["forward", "reverse"])
      reading.reactiveForward = reactive.required("forward", .energy)
      reading.reactiveReverse = reactive.optional("reverse", .energy)
    }
    if let contract = element.child(named: "contract-demand") {
      contract.expect(attributes: ["kW"])
      reading.contractDemand = contract.required("kW", ValueForm<Power>.notNegative)
    }
    readSubMeters(element, &reading)
    if let exported = element.child(named: "exported") {
      exported.expect(attributes: ["kWh"])
      reading.exported = exported.required("kWh", .energy)
    }
    guard let expect = element.requiredChild(named: "expect") else { return nil }
    expect.expect(attributes: [], children: ["line", "total"])
    expect.expectOrder(["line", "total"])
    let elements = expect.requiredChildren(named: "line")
    let lines = elements.compactMap { readLine($0) }
    guard let sum = expect.requiredChild(named: "total") else { return nil }
    sum.expect(attributes: ["amount"])
    guard let total = sum.required("amount", ValueForm<Money>.number) else { return nil }
    if lines.count == elements.count { checkSum(lines, total, sum) }
    guard name != nil else { return nil }
    return WorkedCase.Month(
      reading: reading, lines: lines, total: total, totalPlace: place(of: sum))
  }

  private mutating func readEnergy(_ child: ElementReader, _ reading: inout MonthlyReading) {
    child.expect(attributes: ["period", "kWh"])
    let period = child.required("period", .name)
    let energy = child.required("kWh", .energy)
    guard let period else { return }
    if periods[periods.count - 1].contains(where: { $0.name == period }) {
      child.report(
        .duplicateName, at: "period",
        "the energy of \(Printable.quote(period)) stands twice in the month")
      return
    }
    periods[periods.count - 1].append(.init(name: period, place: child.range(of: "period")))
    guard let energy else { return }
    reading.energy.append(RegisterEnergy(period: PeriodName(period), energy: energy))
  }

  private func readSubMeters(_ month: ElementReader, _ reading: inout MonthlyReading) {
    let names = subMeters.filter { $0.measure == .meter }.map(\.id)
    let children = month.children(named: "sub-meter")
    for child in children {
      child.expect(attributes: ["id", "kWh"])
      let id = child.required("id", .name)
      let energy = child.required("kWh", .energy)
      guard let id, isKnown(id, among: names, at: "id", child, title: "sub-meter that is read"),
        let energy
      else { continue }
      if reading.subMeters.updateValue(energy, forKey: id) != nil {
        child.report(
          .duplicateName, at: "id",
          "the energy of \(Printable.quote(id)) stands twice in the month")
      }
    }
    for name in names
    where !children.contains(where: { $0.element.attribute(named: "id")?.value == name }) {
      month.report(
        .missingElement,
        """
        <month> has no <sub-meter id=\(Printable.quote(name))/>; the energy of every sub-meter that \
        is read is expected
        """)
    }
  }

  private func isKnown(
    _ name: String, among names: [String], at attribute: String, _ child: ElementReader,
    title: String
  ) -> Bool {
    guard !names.contains(name) else { return true }
    child.report(
      .unknownMeter, at: attribute,
      names.isEmpty
        ? "the account has no \(title) named \(Printable.quote(name)); it has none"
        : """
        the account has no \(title) named \(Printable.quote(name)); \
        \(Printable.alternatives(names.map { Printable.quote($0) })) is expected
        """,
      hint: Suggestion.hint(for: name, in: names))
    return false
  }

  private mutating func readDemand(_ child: ElementReader, _ reading: inout MonthlyReading) {
    child.expect(attributes: ["kW", "kVA", "kvar", "window", "line"])
    let window = child.optional("window", .name)
    let line = child.optional("line", .name)
    guard let unit = child.exactlyOne(of: ["kW", "kVA", "kvar"]),
      let power = child.optional(unit, ValueForm<Power>.notNegative)
    else { return }
    if child.has("window"), unit != "kW" {
      child.report(
        .conflictingAttributes, at: "window",
        unit == "kVA"
          ? "apparent power is metered over the whole month; \"window\" is expected with \"kW\" only"
          : "reactive power is metered over the whole month; \"window\" is expected with \"kW\" only"
      )
      return
    }
    if child.has("line"), child.has("window") || unit != "kW" {
      child.report(
        .conflictingAttributes, at: "line",
        """
        demand of a supply line is metered in kW over the whole month; neither "window" nor \
        "\(unit == "kW" ? "kVA" : unit)" is expected with "line"
        """)
      return
    }
    let isSecond: Bool
    if let line {
      let names = supplyLines.map(\.id)
      guard isKnown(line, among: names, at: "line", child, title: "supply line") else { return }
      isSecond = reading.lineDemand.updateValue(power, forKey: line) != nil
    } else if let window {
      windows[windows.count - 1].append(.init(name: window, place: child.range(of: "window")))
      isSecond = reading.windowDemand.updateValue(power, forKey: window) != nil
    } else if unit == "kVA" {
      isSecond = reading.maximumApparent != nil
      reading.maximumApparent = power
    } else if unit == "kvar" {
      isSecond = reading.maximumReactive != nil
      reading.maximumReactive = power
    } else {
      isSecond = reading.maximumDemand != nil
      reading.maximumDemand = power
    }
    if isSecond {
      child.report(.duplicateName, "this maximum demand stands twice in the month")
    }
  }

  private mutating func readLine(_ child: ElementReader) -> WorkedCase.Line? {
    child.expect(attributes: ["charge", "quantity", "price", "amount"], text: true)
    let charge = child.required("charge", .charge)
    let quantity = child.optional("quantity", ValueForm<Quantity>.number)
    let price = child.optional("price", ValueForm<Price>.number)
    let amount = child.required("amount", ValueForm<Money>.number)
    charge.map { charges.append(.init(name: $0, place: child.range(of: "charge"))) }
    guard let charge, let amount else { return nil }
    if let quantity, let price {
      let product = quantity.times(price)
      if product.rounded(digits: 2) != amount {
        child.report(
          .lineProduct, at: "amount",
          product.rounded(digits: 2) == product
            ? """
            \(quantity) × \(price) = \(product), but the line says \(amount.text(digits: 2))
            """
            : """
            \(quantity) × \(price) = \(product), rounded \(product.text(digits: 2)), but the line \
            says \(amount.text(digits: 2))
            """)
      }
    }
    return WorkedCase.Line(
      charge: charge, quantity: quantity, price: price, amount: amount, working: child.plainText,
      place: place(of: child))
  }

  private func checkSum(_ lines: [WorkedCase.Line], _ total: Money, _ element: ElementReader) {
    let sum = lines.reduce(Money.zero) { $0 + $1.amount }
    guard sum != total else { return }
    element.report(
      .totalSum, at: "amount",
      """
      the \(lines.count) lines add up to \(sum.text(digits: 2)), but the total says \
      \(total.text(digits: 2))
      """)
  }

  private mutating func readPublished(_ child: ElementReader) -> WorkedCase.PublishedFigure? {
    child.expect(attributes: ["charge", "amount", "verdict"], text: true)
    let charge = child.required("charge", .charge)
    let amount = child.optional("amount", ValueForm<Money>.number)
    let verdict = child.required("verdict", ValueForm<WorkedCase.PublishedFigure.Verdict>.word)
    if let verdict, verdict == .own, child.has("amount") {
      child.report(
        .conflictingAttributes, at: "amount",
        """
        "own" says that nothing was published, but an amount is given; one or the other is \
        expected
        """)
    } else if let verdict, verdict != .own, !child.has("amount") {
      child.report(
        .missingAttribute,
        """
        <published> has no "amount"; the published figure is expected where the verdict is \
        \(Printable.quote(verdict.rawValue))
        """)
    }
    if let charge, charge != "total" {
      charges.append(.init(name: charge, place: child.range(of: "charge")))
    }
    guard let charge, let verdict else { return nil }
    return WorkedCase.PublishedFigure(
      charge: charge, amount: amount, verdict: verdict, remark: child.plainText,
      place: place(of: child))
  }

  private func place(of element: ElementReader) -> RuleReference {
    RuleReference(source: nil, file: findings.source.file, line: element.line)
  }
}
