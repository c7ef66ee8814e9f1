import Quantities
import Tariffs
import Use

extension MonthRules {
  /// Finds the rules and prices of some days, over which neither changes.
  ///
  /// - Parameters:
  ///   - account: The account as it stands on those days.
  ///   - month: The billing month the days belong to.
  ///   - date: The first of the days.
  ///   - capacity: What the account is counted with, where known. [kVA]
  ///   - terms: What was asked.
  /// - Returns: The rules; the same ones for every account they are the same for.
  /// - Throws: ``BillingProblem`` where no rules or prices are in force.
  static func rules(
    for account: Account, month: Month, on date: CalendarDate, capacity: Power?,
    terms: BillingTerms
  ) throws(BillingProblem) -> MonthRules {
    let key = TermsMemory.RulesKey(
      tariff: account.tariff, voltage: account.voltage, month: month, date: date,
      capacity: capacity)
    return try terms.memory.rules(key) { () throws(BillingProblem) in
      try found(
        for: account, month: month, on: date, capacity: capacity, terms: terms)
    }
  }

  private static func found(
    for account: Account, month: Month, on date: CalendarDate, capacity: Power?,
    terms: BillingTerms
  ) throws(BillingProblem) -> MonthRules {
    let date = terms.asOf?.firstDay ?? date
    let asked = terms.asOf ?? month
    var notes: [BillNote] = terms.asOf.map { [.asOf($0)] } ?? []
    var (tariff, version) = try rules(account.tariff, asked, date, terms.book)
    if let capacity,
      let rule = version.eligibility.first(where: { $0.capacity.contains(capacity) }),
      let fallback = rule.fallback
    {
      notes.append(
        .billedUnderFallback(named: tariff.id, billed: fallback, capacity: capacity))
      (tariff, version) = try rules(fallback, asked, date, terms.book)
    }
    let pages = terms.book.pages(for: tariff, on: date)
    let foundElsewhere: [String: String] = pages.reduce(into: [:]) { found, page in
      found.merge(page.foundElsewhere, uniquingKeysWith: { first, _ in first })
    }
    let rows = try Self.rows(for: account, tariff, version, asked, pages, terms)
    for (name, price) in terms.givenPrices.sorted(by: { $0.key < $1.key })
    where version.priceColumns.contains(name) {
      notes.append(.priceGiven(name: name, price: price))
    }
    return MonthRules(
      month: month, tariff: tariff, version: version, rows: rows, foundElsewhere: foundElsewhere,
      given: terms.givenPrices, notes: notes)
  }

  private static func rules(
    _ id: String, _ month: Month, _ date: CalendarDate, _ book: TariffBook
  ) throws(BillingProblem) -> (Tariff, TariffVersion) {
    guard let tariff = book.tariffs[id] else {
      throw .unknownTariff(id, known: book.tariffs.keys.sorted())
    }
    guard let version = tariff.version(on: date) else {
      throw .noRulesInForce(
        tariff: id, month: month, versions: tariff.versions.map(\.inForce))
    }
    return (tariff, version)
  }

  private static func rows(
    for account: Account, _ tariff: Tariff, _ version: TariffVersion, _ month: Month,
    _ pages: [PricePage], _ terms: BillingTerms
  ) throws(BillingProblem) -> [PriceRow] {
    let columns = version.priceColumns
    guard columns.contains(where: { terms.givenPrices[$0] == nil }) else { return [] }
    guard !pages.isEmpty else {
      // Figures given by the user can stand in for a page; what is still missing is named later.
      if columns.contains(where: { terms.givenPrices[$0] != nil }) { return [] }
      throw .noPriceInForce(
        tariff: tariff.id, month: month, pages: terms.book.pages(for: tariff).map(\.inForce))
    }
    let rows = pages.flatMap(\.rows).filter { $0.tariff == tariff.id }
    let named = rows.filter { $0.voltages != nil }
    if named.isEmpty { return rows }
    guard let voltage = account.voltage else {
      throw .missingAccountValue(.voltage, charge: "energy")
    }
    guard named.contains(where: { $0.voltages?.contains(voltage) ?? false }) else {
      throw .noPriceRow(
        tariff: tariff.id, month: month, voltage: voltage,
        rows: named.map { ($0.voltages ?? []).sorted() })
    }
    return rows.filter { $0.voltages?.contains(voltage) ?? true }
  }

  /// The days on which rules, prices, tariff or voltage of an account may change.
  static func turningDays(
    of account: Account, in period: DateSpan, terms: BillingTerms
  ) -> [CalendarDate] {
    var days = account.events.compactMap { event -> CalendarDate? in
      switch event.change {
      case .tariff, .voltage: return event.date
      case .pause, .resume, .add, .remove, .replace, .contract, .method: return nil
      }
    }
    guard terms.asOf == nil else { return days }
    var ids = [account.tariff]
    for case .tariff(let id) in account.events.map(\.change) { ids.append(id) }
    for id in ids {
      guard let turns = terms.memory.turns(of: id, { turns(of: id, terms.book) }) else { continue }
      days += turns.days
      if turns.areSeasonal { days.append(period.lastDay.month.firstDay) }
    }
    return days
  }

  /// The days on which versions and price pages of a tariff begin, and behind which they end.
  private static func turns(of id: String, _ book: TariffBook) -> TermsMemory.Turns? {
    guard let tariff = book.tariffs[id] else { return nil }
    let ranges =
      tariff.versions.map(\.inForce)
      + (tariff.versions.contains { !$0.priceColumns.isEmpty }
        ? book.pages(for: tariff).map(\.inForce) : [])
    return TermsMemory.Turns(
      days: ranges.flatMap { range in
        [range.from] + (range.to.map { [$0.adding(days: 1)] } ?? [])
      }, areSeasonal: tariff.versions.contains(where: \.hasSeasonalPrices))
  }
}

extension TariffVersion {
  /// Whether a period's price depends on the month of the year.
  fileprivate var hasSeasonalPrices: Bool {
    energyCharge?.periods.contains { !$0.months.isWholeYear } ?? false
  }
}
