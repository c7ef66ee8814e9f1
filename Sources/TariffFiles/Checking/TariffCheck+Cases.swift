import Documents
import Quantities
import Tariffs

/// Worked cases held against their tariff; billing them is left to those who can bill.
extension TariffCheck {

  mutating func check(_ record: CaseRecord, in folder: String?) {
    let worked = record.workedCase
    let findings = record.findings
    guard !isUnknown(worked.tariff) else {
      findings.report(
        .unknownTariff, at: record.tariffPlace, unknownTariff(worked.tariff),
        hint: Suggestion.hint(for: worked.tariff, in: knownTariffs))
      return
    }
    guard let named = tariff(worked.tariff, for: folder),
      let tariff = billed(worked, under: named, in: folder)
    else { return }
    var lines: [String] = []
    var isKnown = true
    for (index, month) in worked.months.enumerated() {
      let name = month.reading.month
      guard let version = tariff.version(on: name.firstDay) else {
        isKnown = false
        findings.report(
          .noVersion, at: record.monthPlaces[index], tariff.lacksVersion(on: "\(name.firstDay)"))
        continue
      }
      lines += version.lines
      check(record.periods[index], among: version.timeOfUse.periods.map(\.name), findings)
      check(
        record.windows[index], among: version.demandWindows.map(\.name), findings,
        title: "a demand window")
      checkPage(for: tariff, version, on: name, at: record.monthPlaces[index], findings)
    }
    guard isKnown else { return }
    for mention in record.charges where !lines.contains(where: ChargeSelector(mention.name).selects)
    {
      findings.report(
        .unknownCharge, at: mention.place,
        "\(Printable.quote(tariff.id)) has no charge \(Printable.quote(mention.name)); "
          + "\(Printable.alternatives(lines)) is expected",
        hint: Suggestion.hint(for: mention.name, in: lines))
    }
  }

  /// The tariff an account of that capacity is billed under.
  private mutating func billed(
    _ worked: WorkedCase, under named: Tariff, in folder: String?
  ) -> Tariff? {
    guard let month = worked.months.first?.reading.month,
      let capacity = worked.account.billedCapacity,
      let fallback = named.version(on: month.firstDay)?.eligibility
        .first(where: { $0.capacity.contains(capacity) })?.fallback
    else { return named }
    return tariff(fallback, for: folder)
  }

  private func check(
    _ mentions: [CaseRecord.Mention], among names: [String], _ findings: FileFindings,
    title: String = "a period"
  ) {
    for mention in mentions where !names.contains(mention.name) {
      let known = Printable.alternatives(names.map { Printable.quote($0) })
      findings.report(
        .unknownPeriod, at: mention.place,
        "\(Printable.quote(mention.name)) is not \(title) of the tariff; "
          + (names.isEmpty ? "it has none" : "\(known) is expected"),
        hint: Suggestion.hint(for: mention.name, in: names))
    }
  }

  private mutating func checkPage(
    for tariff: Tariff, _ version: TariffVersion, on month: Month, at place: SourceRange,
    _ findings: FileFindings
  ) {
    guard !version.columns(in: [month.number]).isEmpty else { return }
    let checked = pages.map(\.page)
    let day = month.firstDay
    let holds = { (page: PricePage) in
      page.area == tariff.area && page.inForce.contains(day)
        && page.rows.contains { $0.tariff == tariff.id }
    }
    if checked.contains(where: holds) || libraryPages(of: tariff.area).contains(where: holds) {
      return
    }
    findings.report(
      .noPricePage, at: place,
      "no price page of \(tariff.area) holds for \(Printable.quote(tariff.id)) on \(day)")
  }
}
