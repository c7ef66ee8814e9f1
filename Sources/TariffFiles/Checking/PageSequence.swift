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
        for (index, later) in mine.enumerated() {
          // Pages that print different things for the same days stand beside each other.
          let before = mine[..<index].last { !$0.columnNames.isDisjoint(with: later.columnNames) }
          // Two pages share their dates for all tariffs on them: once is enough.
          guard let earlier = before,
            reported.insert([earlier.page.file, later.page.file]).inserted,
            let diagnostic = compare(earlier, later, tariff)
          else { continue }
          found.append(diagnostic)
        }
      }
    }
    return found + differences()
  }

  /// Where a page prints another price than the page of a wider area for the same days: the page's
  /// counts, but one of the two may be mistyped.
  private func differences() -> [Diagnostic] {
    var found: [Diagnostic] = []
    for wide in records {
      for narrow in records
      where narrow.page.area != wide.page.area
        && PricePage.areas(around: narrow.page.area).contains(wide.page.area)
        && narrow.page.inForce.overlaps(wide.page.inForce)
      {
        found += narrow.groups.flatMap { differences(in: $0, of: narrow, from: wide) }
      }
    }
    return found
  }

  private func differences(
    in group: PageRecord.Group, of narrow: PageRecord, from wide: PageRecord
  ) -> [Diagnostic] {
    var found: [Diagnostic] = []
    let others = wide.page.rows.filter { $0.tariff == group.tariff }
    for row in group.rows {
      let other = others.first { other in
        guard let mine = row.voltages, let theirs = other.voltages else { return true }
        return !mine.isDisjoint(with: theirs)
      }
      guard let other else { continue }
      for (column, cell) in zip(narrow.columns, row.cells) {
        guard let price = cell.price, let theirs = other.prices[column.name], theirs != price else {
          continue
        }
        found.append(
          Diagnostic(
            at: cell.place, in: narrow.findings.source,
            code: TariffFileCode.pageDiffers.rawValue, severity: .warning,
            message: """
              \(Printable.quote(column.name)) is \(cell.text) in \(row.title), but \
              \(theirs) in \(other.rule.file):\(other.rule.line), which holds for the same days
              """,
            hint: "the figure of the narrower area is billed; see which of the two is mistyped"))
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
        message: """
          the page (\(after)) overlaps \(earlier.page.file) (\(before)) for \
          \(Printable.quote(tariff)); one page is expected for each day
          """,
        hint: before.to == nil
          ? "end the page in \(earlier.page.file) with to=\"\(after.from.adding(days: -1))\"" : nil)
    }
    guard let end = before.to, end.adding(days: 1) < after.from else { return nil }
    return Diagnostic(
      at: place.range, in: place.source, code: TariffFileCode.pageGap.rawValue,
      severity: .warning,
      message: """
        no page holds for \(Printable.quote(tariff)) from \(end.adding(days: 1)) to \
        \(after.from.adding(days: -1)), between \(earlier.page.file) and this one
        """)
  }
}

extension PageRecord {

  /// The names of the columns.
  fileprivate var columnNames: Set<String> { Set(columns.map(\.name)) }
}
