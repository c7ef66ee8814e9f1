import Documents
import Quantities
import Tariffs

/// The pages of a tariff in order of time, of which one should hold on each day.
struct PageSequence {

  private let records: [PageRecord]

  init(_ records: [PageRecord]) { self.records = records }

  /// Overlaps, which are errors, and gaps, which are warnings: a month whose page has not been typed
  /// yet is a fact, not a slip, and a bill for it is refused anyway.
  func diagnostics() -> [Diagnostic] {
    var found: [Diagnostic] = []
    var reported: Set<[String]> = []
    for tariff in Set(records.flatMap { $0.groups.map(\.tariff) }).sorted() {
      let pages = records.filter { record in record.groups.contains { $0.tariff == tariff } }
        .sorted { ($0.page.inForce.from, $0.page.file) < ($1.page.inForce.from, $1.page.file) }
      for area in Set(pages.map(\.page.area)).sorted() {
        let mine = pages.filter { $0.page.area == area }
        for (earlier, later) in zip(mine, mine.dropFirst()) {
          // Two pages share their dates for all tariffs on them: once is enough.
          guard reported.insert([earlier.page.file, later.page.file]).inserted,
            let diagnostic = compare(earlier, later, tariff)
          else { continue }
          found.append(diagnostic)
        }
      }
    }
    return found
  }

  private func compare(_ earlier: PageRecord, _ later: PageRecord, _ tariff: String) -> Diagnostic?
  {
    let before = earlier.page.inForce
    let after = later.page.inForce
    let place = (range: later.datesPlace, source: later.findings.source)
    if before.overlaps(after) {
      return Diagnostic(
        at: place.range, in: place.source, code: TariffFileCode.pageOverlap.rawValue,
        message: "the page (\(after)) overlaps \(earlier.page.file) (\(before)) for "
          + "\(Printable.quote(tariff)); one page is expected for each day",
        hint: before.to == nil
          ? "end the page in \(earlier.page.file) with to=\"\(after.from.adding(days: -1))\"" : nil)
    }
    guard let end = before.to, end.adding(days: 1) < after.from else { return nil }
    return Diagnostic(
      at: place.range, in: place.source, code: TariffFileCode.pageGap.rawValue,
      severity: .warning,
      message: "no page holds for \(Printable.quote(tariff)) from \(end.adding(days: 1)) to "
        + "\(after.from.adding(days: -1)), between \(earlier.page.file) and this one")
  }
}
