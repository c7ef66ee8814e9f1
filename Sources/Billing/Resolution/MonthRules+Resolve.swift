import Quantities
import Tariffs
import Use

extension MonthRules {
  /// Finds the rules and prices of a month.
  ///
  /// - Throws: ``BillingProblem`` where none are in force, or they change within the month.
  init(
    for account: Account, month: Month, terms: BillingTerms
  ) throws(BillingProblem) {
    let rulesMonth = terms.asOf ?? month
    var notes: [BillNote] = terms.asOf.map { [.asOf($0)] } ?? []
    var (tariff, version) = try Self.rules(account.tariff, rulesMonth, terms.book)
    if let capacity = account.billedCapacity,
      let rule = version.eligibility.first(where: { $0.capacity.contains(capacity) }),
      let fallback = rule.fallback
    {
      notes.append(
        .billedUnderFallback(named: tariff.id, billed: fallback, capacity: capacity))
      (tariff, version) = try Self.rules(fallback, rulesMonth, terms.book)
    }
    self.month = month
    self.tariff = tariff
    self.version = version
    given = terms.givenPrices
    row = try Self.row(for: account, tariff, version, rulesMonth, terms)
    for (name, price) in terms.givenPrices.sorted(by: { $0.key < $1.key })
    where version.priceColumns.contains(name) {
      notes.append(.priceGiven(name: name, price: price))
    }
    self.notes = notes
  }

  private static func rules(
    _ id: String, _ month: Month, _ book: TariffBook
  ) throws(BillingProblem) -> (Tariff, TariffVersion) {
    guard let tariff = book.tariffs[id] else {
      throw .unknownTariff(id, known: book.tariffs.keys.sorted())
    }
    guard let version = tariff.version(on: month.firstDay) ?? tariff.version(on: month.lastDay)
    else {
      throw .noRulesInForce(
        tariff: id, month: month, versions: tariff.versions.map(\.inForce))
    }
    guard version.inForce.contains(month.firstDay) else {
      throw .rulesChange(tariff: id, month: month, on: version.inForce.from)
    }
    if let last = version.inForce.to, last < month.lastDay {
      throw .rulesChange(tariff: id, month: month, on: last.adding(days: 1))
    }
    return (tariff, version)
  }

  private static func row(
    for account: Account, _ tariff: Tariff, _ version: TariffVersion, _ month: Month,
    _ terms: BillingTerms
  ) throws(BillingProblem) -> PriceRow? {
    let columns = version.priceColumns
    guard columns.contains(where: { terms.givenPrices[$0] == nil }) else { return nil }
    guard let page = terms.book.page(for: tariff, on: month.firstDay) else {
      // Figures given by the user can stand in for a page; what is still missing is named later.
      if columns.contains(where: { terms.givenPrices[$0] != nil }) { return nil }
      throw .noPriceInForce(
        tariff: tariff.id, month: month, pages: terms.book.pages(for: tariff).map(\.inForce))
    }
    if let last = page.inForce.to, last < month.lastDay {
      throw .pricesChange(tariff: tariff.id, month: month, on: last.adding(days: 1))
    }
    let rows = page.rows.filter { $0.tariff == tariff.id }
    if let open = rows.first(where: { $0.voltages == nil }) { return open }
    guard let voltage = account.voltage else {
      throw .missingAccountValue(.voltage, charge: "energy")
    }
    guard let row = rows.first(where: { $0.voltages?.contains(voltage) ?? false }) else {
      throw .noPriceRow(
        tariff: tariff.id, month: month, voltage: voltage,
        rows: rows.map { ($0.voltages ?? []).sorted() })
    }
    return row
  }
}
