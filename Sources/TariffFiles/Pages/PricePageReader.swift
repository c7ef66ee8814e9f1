import Documents
import Quantities
import Tariffs

/// Reads a price page.
///
/// What can be said without its tariffs is said here; ``PageChecker`` says the rest.
struct PricePageReader {

  let findings: FileFindings

  /// What was read; nothing where area or dates are missing.
  func read(_ root: ElementReader) -> PageRecord? {
    root.expect(
      attributes: ["area", "from", "to"], children: ["source", "columns", "absent", "rows"])
    root.expectOrder(["source", "columns", "absent", "rows"])
    let area = root.required("area", .name)
    let inForce = root.dateRange()
    let source = root.requiredChild(named: "source").flatMap(readSource)
    let heading = root.requiredChild(named: "columns")
    let columns = heading.map(readColumns) ?? []
    let currency = heading.flatMap(readUnits)
    let absences = root.children(named: "absent").compactMap { readAbsence($0, columns) }
    let groups = root.requiredChildren(named: "rows").flatMap(readGroups)
    guard let area, let inForce else { return nil }
    let page = PricePage(
      area: area, inForce: inForce, source: source ?? .unread, file: findings.source.file,
      columns: columns.map(\.name),
      rows: groups.flatMap { group in
        group.rows.map { priceRow($0, of: group, columns: columns, source: source) }
      },
      foundElsewhere: Dictionary(
        absences.flatMap { absence in absence.columns.map { ($0.name, absence.found) } },
        uniquingKeysWith: { first, _ in first }))
    return PageRecord(
      page: page, findings: findings, columns: columns, absences: absences, groups: groups,
      currency: currency,
      datesPlace: root.range(of: "from"), areaPlace: root.range(of: "area"))
  }

  private func readSource(_ element: ElementReader) -> Source? {
    element.expect(
      attributes: [
        "title", "confidence", "published", "number", "page", "url", "transcribed-by",
        "checked-by",
      ])
    let title = element.required("title", .text)
    let confidence = element.required("confidence", ValueForm<Source.Confidence>.word)
    let published = element.optional("published", .date)
    let source = Source(
      id: "page", number: element.optional("number", .text), date: published,
      page: element.optional("page", .text), title: title ?? "",
      url: element.optional("url", .text), confidence: confidence ?? .invented)
    element.warnIfUntraceable(source)
    warnWithoutSecondReader(element)
    return source
  }

  private func warnWithoutSecondReader(_ element: ElementReader) {
    let typed = element.optional("transcribed-by", .text)
    let checked = element.optional("checked-by", .text)
    if element.has("transcribed-by"), typed != nil, checked == typed {
      element.report(
        .secondReader, at: "checked-by",
        "the page was typed and read by the same person; a second reader is expected",
        hint: "let someone else compare the figures with the page", severity: .warning)
    } else if !element.has("transcribed-by") || !element.has("checked-by") {
      let missing = element.has("transcribed-by") ? "checked-by" : "transcribed-by"
      element.report(
        .secondReader, at: missing,
        """
        <source> has no \(Printable.quote(missing)); who typed the page and who read it after \
        them is expected
        """,
        severity: .warning)
    }
  }

  private func readColumns(_ element: ElementReader) -> [PageRecord.Column] {
    element.expect(attributes: ["energy", "demand", "capacity"], text: true)
    var columns: [PageRecord.Column] = []
    for word in element.words {
      do throws(ValueRefusal) {
        _ = try ValueForm<String>.name.read(word.text)
      } catch {
        findings.report(error.code, at: word.range, error.message, hint: error.hint)
      }
      if columns.contains(where: { $0.name == word.text }) {
        findings.report(
          .duplicateName, at: word.range,
          "the column \(Printable.quote(word.text)) stands twice in the heading")
      }
      columns.append(PageRecord.Column(name: word.text, place: word.range))
    }
    if columns.isEmpty {
      element.report(
        .missingElement, "<columns> is empty; the names of the page's columns are expected in it")
    }
    return columns
  }

  /// The units prices are printed in, of which one is billed in.
  private func readUnits(_ heading: ElementReader) -> (name: String, place: SourceRange)? {
    var currency: (name: String, place: SourceRange)?
    let units = [("energy", "/kWh"), ("demand", "/kW/month"), ("capacity", "/kVA/month")]
    for (attribute, unit) in units {
      let form = ValueForm<String>(expected: "a unit such as CNY\(unit)") {
        text throws(ValueRefusal) in
        let name = String(text.dropLast(unit.count))
        if text.hasSuffix(unit), (try? ValueForm<String>.currency.read(name)) != nil { return name }
        throw ValueRefusal(
          code: .unit,
          message: "\(Printable.quote(text)) was read, but a unit such as CNY\(unit) is expected",
          hint: text.contains("分") || text.lowercased().contains("fen")
            ? "convert fen to yuan: 38.45 fen are 0.3845" : nil)
      }
      let name =
        attribute == "energy"
        ? heading.required(attribute, form) : heading.optional(attribute, form)
      guard let name else { continue }
      if let known = currency?.name, known != name {
        heading.report(
          .unit, at: attribute,
          "this unit is in \(name), but that of energy in \(known); one currency is expected")
      }
      currency = currency ?? (name, heading.range(of: attribute))
    }
    return currency
  }

  /// Prices the page's tariffs need and it does not print, and where they are found.
  private func readAbsence(
    _ element: ElementReader, _ columns: [PageRecord.Column]
  ) -> PageRecord.Absence? {
    element.expect(attributes: ["columns"], text: true)
    if element.plainText.isEmpty {
      element.report(
        .missingElement, "<absent> is empty; where the prices are found is expected in it")
    }
    let names = element.required("columns", .names) ?? []
    for name in names where columns.contains(where: { $0.name == name }) {
      element.report(
        .duplicateName, at: "columns",
        "\(Printable.quote(name)) is said to be absent, but is a column of the page")
    }
    let place = element.range(of: "columns")
    return PageRecord.Absence(
      columns: names.map { PageRecord.Column(name: $0, place: place) }, found: element.plainText)
  }

  /// The rows of one tariff, or of several that have the same.
  private func readGroups(_ element: ElementReader) -> [PageRecord.Group] {
    element.expect(attributes: ["tariff", "page"], children: ["row", "as-printed"])
    let tariffs = element.required("tariff", .names)
    let page = element.optional("page", .text)
    let rows = element.requiredChildren(named: "row").compactMap(readRow)
    let marks = element.children(named: "as-printed").compactMap(readMark)
    return (tariffs ?? []).map {
      PageRecord.Group(
        tariff: $0, place: element.range(of: "tariff"), sourcePage: page, rows: rows, marks: marks)
    }
  }

  private func readRow(_ element: ElementReader) -> PageRecord.Row? {
    element.expect(attributes: ["voltage"], text: true)
    let voltages = element.optional("voltage", .voltages)
    let cells = element.words.map(readCell)
    guard voltages != nil || !element.has("voltage") else { return nil }
    return PageRecord.Row(voltages: voltages, cells: cells, element: element)
  }

  private func readCell(_ word: MarkupWord) -> PageRecord.Cell {
    if word.text == "-" || word.text == "?" {
      return PageRecord.Cell(text: word.text, price: nil, isReadable: true, place: word.range)
    }
    do throws(NumberError) {
      let price = try Price(word.text)
      return PageRecord.Cell(text: word.text, price: price, isReadable: true, place: word.range)
    } catch {
      let isDash = ["—", "–", "－", "/", "−"].contains(word.text)
      findings.report(
        .number, at: word.range, error.sentence,
        hint: isDash ? "a blank cell is written -" : error.advice)
      return PageRecord.Cell(text: word.text, price: nil, isReadable: false, place: word.range)
    }
  }

  private func readMark(_ element: ElementReader) -> PageRecord.Mark? {
    element.expect(attributes: ["voltage", "column", "recomputed"], text: true)
    let voltages = element.optional("voltage", .voltages)
    let column = element.required("column", .name)
    let recomputed = element.required("recomputed", ValueForm<Price>.number)
    guard let column, let recomputed, voltages != nil || !element.has("voltage") else { return nil }
    return PageRecord.Mark(
      voltages: voltages, column: column, recomputed: recomputed, element: element)
  }

  private func priceRow(
    _ row: PageRecord.Row, of group: PageRecord.Group, columns: [PageRecord.Column],
    source: Source?
  ) -> PriceRow {
    var prices: [String: Price] = [:]
    for (column, cell) in zip(columns, row.cells) { prices[column.name] = cell.price }
    return PriceRow(
      tariff: group.tariff, voltages: row.voltages, prices: prices,
      rule: RuleReference(
        source: source.map { source in group.sourcePage.map(source.onPage) ?? source },
        file: findings.source.file, line: row.element.line))
  }
}

extension Source {

  /// Stands for a source that could not be read, in a file that is not used.
  fileprivate static let unread = Source(
    id: "page", number: nil, date: nil, page: nil, title: "", url: nil, confidence: .invented)
}
