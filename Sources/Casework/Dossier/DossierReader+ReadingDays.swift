import Documents
import Quantities
import Use

extension DossierReader {
  /// The month a row of readings is of, and the days where they are fewer than the month's.
  typealias ReadingTime = (month: Month, span: DateSpan?)

  /// When a row counted.
  mutating func time(
    of row: TableRow, _ account: Account, _ meters: AccountMeters
  ) -> ReadingTime? {
    if let cell = row.filled("month") {
      return month(cell, code: "reading-month").map { ($0, nil) }
    }
    guard let from = row["from"], let to = row["to"] else {
      problems.add(
        row.diagnostic(
          code: "reading-month", message: "the row names no month",
          hint: "give a column month, or columns from and to"))
      return nil
    }
    guard let first = CalendarDate(iso: from.text), let last = CalendarDate(iso: to.text) else {
      problems.add(
        from.diagnostic(
          code: "reading-month",
          message:
            "\(Printable.quote(from.text)) to \(Printable.quote(to.text)) are not dates; the form 2026-01-31 is expected"
        ))
      return nil
    }
    let end = last.adding(days: 1)
    if let span = DateSpan(start: first, end: end) {
      // A period that closes on a reading day may end in the month before.
      for month in [last.month, last.month.adding(1)] {
        let period = account.billingPeriod(of: month)
        if span == period { return (month, nil) }
        guard span.intersection(period) == span else { continue }
        let cuts = meters.changes.map(\.date)
        if [period.start, period.end].contains(span.start) || cuts.contains(span.start),
          span.end == period.end || cuts.contains(span.end)
        {
          return (month, span)
        }
      }
    }
    problems.add(noPeriod(from, first, last, account))
    return nil
  }

  private func noPeriod(
    _ cell: TableCell, _ first: CalendarDate, _ last: CalendarDate, _ account: Account
  ) -> Diagnostic {
    guard let day = account.readingDay else {
      return cell.diagnostic(
        code: "reading-period",
        message: "\(first) to \(last) is not a calendar month, and only those are billed",
        hint: "give the readings of calendar months, or the account's reading_day")
    }
    let month = last.adding(days: 1).month
    return cell.diagnostic(
      code: "reading-period",
      message: """
        \(first) to \(last) is not a billing period; with reading day \(day), \(month) is \
        \(account.billingPeriod(of: month))
        """,
      hint: "correct the days, or reading_day in accounts.csv")
  }

  /// Holds the rows of one meter in one month together: a second row takes the exchange of the
  /// meter, and rows of some days must fill the month.
  ///
  /// - Returns: The rows that count.
  mutating func accepted(
    _ parts: [MonthTally.Part], _ month: Month, of account: Account, _ meters: AccountMeters
  ) -> [MonthTally.Part] {
    guard let first = parts.first else { return [] }
    let period = account.billingPeriod(of: month)
    let changes = meters.changes(of: first.place, in: period)
    let counting = Array(parts.prefix(1 + changes.count))
    let place: Message = first.place.title.map { ", \($0)," } ?? ""
    for part in parts.dropFirst(counting.count) {
      problems.add(
        part.row.diagnostic(
          code: "reading-twice",
          message: counting.count == 1
            ? "\(month) of account \(Printable.quote(account.id))\(place) is read a second time"
            : """
            \(month) of account \(Printable.quote(account.id))\(place) is read \
            \(counting.count + 1) times, but its meter was not exchanged so often
            """,
          hint: """
            rows of the old and the new meter are added up where events.csv has a row \
            meter-change
            """))
    }
    checkDays(counting, period, month)
    return counting
  }

  private mutating func checkDays(_ parts: [MonthTally.Part], _ period: DateSpan, _ month: Month) {
    guard parts.contains(where: { $0.span != nil }) else { return }
    let spans = parts.map { $0.span ?? period }.sorted { $0.start < $1.start }
    let isWhole =
      spans.first?.start == period.start && spans.last?.end == period.end
      && zip(spans, spans.dropFirst()).allSatisfy { $0.end == $1.start }
    guard !isWhole, let part = parts.first(where: { $0.span != nil }) else { return }
    problems.add(
      (part.row.filled("from") ?? part.row[0]).diagnostic(
        code: "reading-period",
        message:
          """
          the rows of the meter are of \(spans.map { "\($0)" as Message }.joined(separator: " and ")), \
          but \(month) is \(period)
          """,
        hint: "the new meter's row begins on the day of its meter-change"))
  }
}
