import Billing
import Documents
import Quantities

extension BillingProblem {
  static func noRules(_ tariff: String, _ months: [Month], _ versions: [DateRange]) -> Wording {
    Wording(
      message: """
        no rules of \(tariff) are in force in \(MonthWords.list(months)); \
        \(known(versions, "its rules are", none: "it has no dated rules"))
        """,
      hint: nearest(to: months, in: versions).map {
        "bill by the nearest rules with --as-of \($0), or add the rules of the time"
      })
  }

  static func noPrice(_ tariff: String, _ months: [Month], _ pages: [DateRange]) -> Wording {
    let message: Message = """
      no price of \(tariff) is in force in \(MonthWords.list(months)); \
      \(known(pages, "its price pages are", none: "it has no price page"))
      """
    guard let near = nearest(to: months, in: pages) else {
      return Wording(
        message: message,
        hint: "add the published price page, or give every price with --price NAME=VALUE")
    }
    return Wording(
      message: message,
      hint: """
        the nearest page is that of \(near): bill by it with --as-of \(near), give the prices with \
        --price NAME=VALUE, or add the published page of \(MonthWords.list(months))
        """)
  }

  static func missingPrice(
    _ columns: [String], _ charge: String, _ when: String, _ found: [String]
  ) -> Wording {
    let names = columns.map { Printable.quote($0) }
    let prices: Message = columns.count == 1 ? "the price" : "the prices"
    let given = columns.map { "--price \($0)=VALUE" }.joined(separator: " ")
    let places = found.map { "; found: \($0)" as Message }.joined(separator: "")
    return Wording(
      message: """
        the charge \(charge) needs \(prices) \(Printable.alternatives(names, conjunction: "and")), \
        which no price page gives for \(when)\(places)
        """,
      hint: "give \(columns.count == 1 ? "it" : "them") with \(given), or add the published page")
  }

  static func asOf(_ first: Month, or second: Month) -> Message {
    "choose one of them with --as-of \(first) or --as-of \(second)"
  }

  private static func known(_ ranges: [DateRange], _ lead: Message, none: Message) -> Message {
    let joined = DateRange.joined(ranges)
    guard let first = joined.first, let last = joined.last else { return none }
    guard joined.count > 4 else {
      return "\(lead) \(joined.map { "\($0)" as Message }.joined(separator: ", "))"
    }
    let end: Message = last.to.map { "to \($0)" } ?? "from \(last.from) on"
    return "\(lead) \(ranges.count), from \(first.from) \(end)"
  }

  /// The month nearest to those asked for that lies wholly in one of the ranges.
  private static func nearest(to months: [Month], in ranges: [DateRange]) -> Month? {
    guard let first = months.min(), let last = months.max() else { return nil }
    let candidates = ranges.flatMap { range -> [Month] in
      let start = range.from.month
      let opening = range.from == start.firstDay ? start : start.adding(1)
      guard let to = range.to else { return [opening] }
      let closing = to == to.month.lastDay ? to.month : to.month.adding(-1)
      return opening <= closing ? [opening, closing] : []
    }
    return candidates.min { left, right in
      distance(left, first, last) < distance(right, first, last)
    }
  }

  /// Twice the months between a month and a stretch of months.
  ///
  /// Of equally near ones the earlier wins: its prices are those the reader knew at the time.
  private static func distance(_ month: Month, _ first: Month, _ last: Month) -> Int {
    if month < first { return 2 * (first.ordinal - month.ordinal) }
    if month > last { return 2 * (month.ordinal - last.ordinal) + 1 }
    return 0
  }
}
