import Documents
import Quantities
import Tariffs

/// Holds a price page against the tariffs whose prices it prints.
struct PageChecker {

  let record: PageRecord

  /// The tariffs at hand; rows of others are passed over.
  let tariffs: [String: Tariff]

  var findings: FileFindings { record.findings }
  var names: [String] { record.columns.map(\.name) }

  /// The months of the year the page is for.
  var months: Set<Int> {
    let first = record.page.inForce.from.month.ordinal
    let last = record.page.inForce.to?.month.ordinal ?? first
    return Set((first...max(first, min(last, first + 11))).map { Month(ordinal: $0).number })
  }

  func check() {
    checkVoltages()
    var rules: [String: TariffVersion] = [:]
    var isKnown = true
    for group in record.groups where rules[group.tariff] == nil {
      guard let tariff = tariffs[group.tariff] else {
        isKnown = false
        continue
      }
      checkBelonging(of: group, to: tariff)
      if let version = version(of: tariff, for: group) {
        rules[group.tariff] = version
      } else {
        isKnown = false
      }
    }
    let known = columns(of: rules)
    let misspelled = isKnown ? checkHeading(known) : []
    for group in record.groups {
      guard let version = rules[group.tariff] else {
        checkCellCounts(group, nil)
        continue
      }
      checkNeeds(of: group, version, known: known, misspelled: misspelled)
      let arithmetic = RowArithmetic(version: version, months: months, columns: names)
      checkCellCounts(group, arithmetic)
      checkFigures(of: group, arithmetic)
    }
  }

  /// An account has one voltage, and so must find one row.
  private func checkVoltages() {
    var owners: [String: [(voltages: Set<Voltage>?, element: ElementReader)]] = [:]
    for group in record.groups {
      for row in group.rows {
        let other = owners[group.tariff, default: []].first { other in
          guard let mine = row.voltages, let theirs = other.voltages else { return true }
          return !mine.isDisjoint(with: theirs)
        }
        if let other {
          let shared = row.voltages.flatMap { mine in
            other.voltages.map { mine.intersection($0).sorted() } ?? mine.sorted()
          }
          let what = shared?.map(\.rawValue).joined(separator: " ") ?? "every voltage"
          row.element.report(
            .voltageTwice, at: "voltage",
            """
            \(what) is served by this row and by that of line \(other.element.line); one row of \
            \(Printable.quote(group.tariff)) is expected for each voltage
            """)
        }
        owners[group.tariff, default: []].append((row.voltages, row.element))
      }
    }
  }

  private func checkBelonging(of group: PageRecord.Group, to tariff: Tariff) {
    if !PricePage.areas(around: tariff.area).contains(record.page.area) {
      findings.report(
        .pageArea, at: group.place,
        """
        \(Printable.quote(tariff.id)) is a tariff of \(tariff.area), but the page is for \
        \(record.page.area)
        """,
        hint: "prices are found by area; write area=\(Printable.quote(tariff.area))")
    }
    if let currency = record.currency, currency.name != tariff.currency {
      findings.report(
        .unit, at: currency.place,
        """
        the page prints \(currency.name), but \(Printable.quote(tariff.id)) bills in \
        \(tariff.currency)
        """)
    }
  }

  private func version(of tariff: Tariff, for group: PageRecord.Group) -> TariffVersion? {
    let days = [record.page.inForce.from] + (record.page.inForce.to.map { [$0] } ?? [])
    for day in days where tariff.version(on: day) == nil {
      findings.report(.noVersion, at: group.place, tariff.lacksVersion(on: day.description))
      return nil
    }
    return tariff.version(on: days[0])
  }

  /// The columns the tariffs of the page know.
  private func columns(of rules: [String: TariffVersion]) -> [String] {
    var known: [String] = []
    for version in rules.sorted(by: { $0.key < $1.key }).map(\.value) {
      for column in version.priceColumns where !known.contains(column) { known.append(column) }
    }
    return known
  }

  /// Every column must be known to a tariff of the page.
  ///
  /// - Returns: Columns whose names are probably misspelled here.
  private func checkHeading(_ known: [String]) -> Set<String> {
    var meant: Set<String> = []
    let absent = record.absences.flatMap(\.columns)
    let missing = known.filter { !names.contains($0) }
    for column in record.columns + absent
    where column.name != "total" && !known.contains(column.name) {
      let near = Suggestion.nearest(to: column.name, in: missing + ["total"])
      near.map { _ = meant.insert($0) }
      findings.report(
        .unknownColumn, at: column.place,
        """
        no tariff of the page has a column \(Printable.quote(column.name)); \
        \(Printable.alternatives(known + ["total"])) are known
        """,
        hint: near.map { "did you mean \(Printable.quote($0))?" }
          ?? "leave out columns that nothing is billed or recomputed with")
    }
    return meant
  }

  /// The columns a page must have: all its tariffs bill with, but those it says are elsewhere.
  ///
  /// The prices of periods are a sum; a page without one of the parts need not print it.
  private func needs(of version: TariffVersion) -> [String] {
    let absent = Set(record.absences.flatMap(\.columns).map(\.name))
    let parts = version.energyCharge?.components.compactMap { component -> String? in
      guard case .column(let name) = component.price else { return nil }
      return name
    }
    let isInParts = absent.isDisjoint(with: parts ?? [])
    let sums = Set((version.energyCharge?.periods ?? []).compactMap(\.publishedColumn))
    return version.priceColumns(in: months).filter { column in
      !absent.contains(column) && (isInParts || !sums.contains(column))
    }
  }

  /// Columns a tariff needs must be there and filled, those of other tariffs must be blank.
  private func checkNeeds(
    of group: PageRecord.Group, _ version: TariffVersion, known: [String], misspelled: Set<String>
  ) {
    let needed = needs(of: version)
    for column in needed where !names.contains(column) && !misspelled.contains(column) {
      findings.report(
        .missingColumn, at: group.place,
        """
        \(Printable.quote(group.tariff)) needs a column \(Printable.quote(column)), which the page \
        does not have
        """)
    }
    let mine = version.priceColumns + ["total"]
    for row in group.rows where row.cells.count == names.count {
      for (column, cell) in zip(names, row.cells) where cell.isReadable {
        if cell.price == nil, !cell.isUnknown, needed.contains(column) {
          findings.report(
            .blankCell, at: cell.place,
            """
            \(Printable.quote(column)) is blank in \(row.title), but \
            \(Printable.quote(group.tariff)) bills with it; a price is expected
            """)
        } else if cell.price != nil, !mine.contains(column), known.contains(column) {
          findings.report(
            .blankCell, at: cell.place,
            """
            \(Printable.quote(column)) is \(cell.text) in \(row.title), but \
            \(Printable.quote(group.tariff)) has no such price; - is expected
            """,
            hint: "has a figure slipped into the next column?")
        }
      }
    }
  }
}
