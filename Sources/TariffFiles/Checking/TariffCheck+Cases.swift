import Documents
import Quantities
import Tariffs
import Use

/// Worked cases held against their tariff; billing them is left to those who can bill.
extension TariffCheck {

  mutating func check(_ record: CaseRecord, in folder: String?) {
    let worked = record.workedCase
    let findings = record.findings
    let named = [(worked.tariff, record.tariffPlace)] + record.tariffs.map { ($0.name, $0.place) }
    for (id, place) in named where isUnknown(id) {
      findings.report(
        .unknownTariff, at: place, unknownTariff(id),
        hint: Suggestion.hint(for: id, in: knownTariffs))
    }
    guard !named.contains(where: { isUnknown($0.0) }) else { return }
    var lines = worked.account.adjustments.map(\.line)
    var isKnown = true
    for (index, month) in worked.months.enumerated() {
      let account = worked.account
      let period = account.billingPeriod(of: month.reading.month)
      let place = record.monthPlaces[index]
      // The account's own tariffs, of which there are two where it changes in the month.
      var own: [TariffVersion] = []
      for day in account.decisiveDays(of: period) {
        guard let found = tariff(account.state(on: day).tariff, for: folder),
          let tariff = billed(account, under: found, on: day, in: folder)
        else { return }
        guard let version = version(of: tariff, on: day, at: place, findings) else {
          isKnown = false
          continue
        }
        if !own.contains(version) { own.append(version) }
      }
      for meter in account.subMeters {
        guard let tariff = tariff(meter.tariff, for: folder) else { return }
        let version = version(of: tariff, on: period.start, at: place, findings)
        if let version { lines += version.lines } else { isKnown = false }
      }
      guard !own.isEmpty else { continue }
      lines += own.flatMap(\.lines)
      check(
        record.periods[index], among: own.flatMap { $0.timeOfUse.periods.map(\.name) }, findings)
      check(
        record.windows[index], among: own.flatMap { $0.demandWindows.map(\.name) }, findings,
        title: "a demand window")
    }
    guard isKnown else { return }
    lines = lines.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    for mention in record.charges where !lines.contains(where: ChargeSelector(mention.name).selects)
    {
      findings.report(
        .unknownCharge, at: mention.place,
        """
        \(Printable.quote(worked.tariff)) has no charge \(Printable.quote(mention.name)); \
        \(Printable.alternatives(lines)) is expected
        """,
        hint: Suggestion.hint(for: mention.name, in: lines))
    }
  }

  /// The rules on a day, for which there must be a price page too.
  private mutating func version(
    of tariff: Tariff, on day: CalendarDate, at place: SourceRange, _ findings: FileFindings
  ) -> TariffVersion? {
    guard let version = tariff.version(on: day) else {
      findings.report(.noVersion, at: place, tariff.lacksVersion(on: "\(day)"))
      return nil
    }
    checkPage(for: tariff, version, on: day, at: place, findings)
    return version
  }

  /// The tariff an account of that capacity is billed under.
  private mutating func billed(
    _ account: Account, under named: Tariff, on day: CalendarDate, in folder: String?
  ) -> Tariff? {
    guard let capacity = account.billedCapacity,
      let fallback = named.version(on: day)?.eligibility
        .first(where: { $0.capacity.contains(capacity) })?.fallback
    else { return named }
    return tariff(fallback, for: folder)
  }

  private func check(
    _ mentions: [CaseRecord.Mention], among names: [String], _ findings: FileFindings,
    title: Message = "a period"
  ) {
    for mention in mentions where !names.contains(mention.name) {
      let known = Printable.alternatives(names.map { Printable.quote($0) })
      findings.report(
        .unknownPeriod, at: mention.place,
        names.isEmpty
          ? "\(Printable.quote(mention.name)) is not \(title) of the tariff; it has none"
          : "\(Printable.quote(mention.name)) is not \(title) of the tariff; \(known) is expected",
        hint: Suggestion.hint(for: mention.name, in: names))
    }
  }

  private mutating func checkPage(
    for tariff: Tariff, _ version: TariffVersion, on day: CalendarDate, at place: SourceRange,
    _ findings: FileFindings
  ) {
    guard !version.priceColumns(in: [day.month.number]).isEmpty else { return }
    let checked = pages.map(\.page)
    let holds = { (page: PricePage) in
      PricePage.areas(around: tariff.area).contains(page.area) && page.inForce.contains(day)
        && page.serves(tariff)
    }
    if checked.contains(where: holds) || libraryPages(of: tariff.area).contains(where: holds) {
      return
    }
    findings.report(
      .noPricePage, at: place,
      "no price page of \(tariff.area) holds for \(Printable.quote(tariff.id)) on \(day)")
  }
}

extension Account {

  /// The days of a period whose rules may differ.
  fileprivate func decisiveDays(of period: DateSpan) -> [CalendarDate] {
    let ends = [period.start, period.lastDay]
    let isCut =
      ends[0].month != ends[1].month || state(on: ends[0]).tariff != state(on: ends[1]).tariff
    return isCut ? ends : [period.start]
  }
}

extension Adjustment {

  /// The name of its bill line.
  fileprivate var line: String { "adjustment/\(name)" }
}
