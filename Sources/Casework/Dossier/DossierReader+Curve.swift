import Documents
import Quantities
import Use

extension DossierReader {
  private static let curveHeadings = HeadingVocabulary([
    accountHeading, HeadingEntry("date", ["日期"]), HeadingEntry("month", ["月份", "电费年月"]),
    HeadingEntry("from", ["起始时间", "开始时间", "时刻"]), HeadingEntry("price", ["价格", "电价", "单价"]),
  ])

  /// Days a curve's steps are of.
  private enum CurveDays: Hashable {
    case date(CalendarDate)
    case month(Month)

    var name: String {
      switch self {
      case .date(let date): "\(date)"
      case .month(let month): "\(month)"
      }
    }
  }

  private struct CurveRow {
    let step: PriceCurve.Step
    let row: TableRow
  }

  /// Reads `curve.csv`: prices of the market by time of day.
  ///
  /// Rows that name no account are of every account that has no rows of its own and is not said to
  /// buy elsewhere than in the market.
  mutating func readCurve(_ path: String, into roll: inout AccountRoll) {
    let table = problems.collect { () throws(DiagnosticsError) -> Table in
      try Table.read(
        path: path, vocabulary: Self.curveHeadings, required: ["from", "price"])
    }
    guard let table else { return }
    var days: [String?: [CurveDays: [CurveRow]]] = [:]
    for row in table.rows {
      var owner: String?
      if row.filled("account") != nil {
        guard let named = account(of: row, in: roll, code: "curve") else { continue }
        owner = named
      }
      let day = curveDays(row)
      let from = needed(row, "from", code: "curve-value").flatMap { curveTime($0) }
      let price = needed(row, "price", code: "curve-value").flatMap {
        number($0) { text throws(NumberError) in try Price(text) }
      }
      guard let day, let from, let price else { continue }
      days[owner, default: [:]][day, default: []].append(
        CurveRow(step: PriceCurve.Step(from: from, price: price), row: row))
    }
    let curves = days.mapValues { curve($0) }
    for id in roll.entries.map(\.account.id) {
      let isOpen = roll.account(id).map {
        roll.single != nil || $0.energySource == nil || $0.energySource == .market
      }
      guard let curve = curves[id] ?? (isOpen ?? false ? curves[nil] : nil) else { continue }
      roll.change(id) { $0.curve = curve }
    }
  }

  private mutating func curveDays(_ row: TableRow) -> CurveDays? {
    switch (row.filled("date"), row.filled("month")) {
    case (let cell?, nil): return date(cell, code: "curve-value").map { .date($0) }
    case (nil, let cell?): return month(cell, code: "curve-value").map { .month($0) }
    case (nil, nil):
      problems.add(
        row.diagnostic(code: "curve-value", message: "the row names neither a date nor a month"))
    case (let date?, _?):
      problems.add(
        date.diagnostic(
          code: "curve-value", message: "the row names a date, and a month too",
          hint: "a price is of one day, or of every day of a month"))
    }
    return nil
  }

  private mutating func curveTime(_ cell: TableCell) -> ClockTime? {
    if let time = ClockTime(cell.text), time < .endOfDay { return time }
    problems.add(
      cell.diagnostic(
        code: "curve-value",
        message:
          "\(Printable.quote(cell.text)) was read, but a time from 00:00 to 23:59 is expected",
        hint: "it is the time from which on the price holds, such as 08:00"))
    return nil
  }

  private mutating func curve(_ days: [CurveDays: [CurveRow]]) -> PriceCurve {
    var byDate: [CalendarDate: [PriceCurve.Step]] = [:]
    var byMonth: [Month: [PriceCurve.Step]] = [:]
    for (day, rows) in days {
      let ordered = rows.sorted {
        ($0.step.from, $0.row.index) < ($1.step.from, $1.row.index)
      }
      if let first = ordered.first, first.step.from != .midnight {
        let cell = first.row["from"]
        problems.add(
          cell?.diagnostic(
            code: "curve-start",
            message: "the prices of \(day.name) begin at \(first.step.from), but 00:00 is expected",
            hint: "every minute of a day needs a price; add a row from 00:00")
            ?? first.row.diagnostic(code: "curve-start", message: "the prices begin late"))
      }
      for (earlier, later) in zip(ordered, ordered.dropFirst())
      where earlier.step.from == later.step.from {
        problems.add(
          later.row.diagnostic(
            code: "curve-twice",
            message: """
              the price of \(day.name) from \(later.step.from) stands a second time; \
              first in line \(earlier.row.line)
              """))
      }
      switch day {
      case .date(let date): byDate[date] = ordered.map(\.step)
      case .month(let month): byMonth[month] = ordered.map(\.step)
      }
    }
    return PriceCurve(byDate: byDate, byMonth: byMonth)
  }
}
