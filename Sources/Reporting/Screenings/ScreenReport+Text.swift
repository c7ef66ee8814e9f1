import Quantities
import Screening

extension ScreenReport {
  /// How many accounts are told on a screen.
  private static let most = 20

  /// The accounts at which a visit is worth most, and what they are of all.
  package var text: String {
    var table = TextTable([
      .init(.right, gap: 0), .init(.left), .init(.left), .init(.point), .init(.right),
      .init(.right), .init(.left),
    ])
    table.add([
      Phrase.text("screen.rank"), Phrase.text("screen.account"), "",
      Phrase.text("column.per_kwh"), Phrase.text("screen.peers"), Phrase.text("screen.save"),
      Phrase.text("screen.reason"),
    ])
    let first = records.prefix { $0.row.rank != nil }.prefix(Self.most)
    for record in first { table.add(cells(record)) }
    var lines = summary + [""] + table.lines
    let rest = records.count - first.count
    if rest > 0 {
      lines.append("")
      lines += TextBlock.lines(
        Phrase.text("screen.further", ["count": style.count(rest)]), lead: "")
    }
    lines += told(Phrase.text("screen.suspect"), records.filter(\.isSuspect))
    lines += told(Phrase.text("screen.failed"), records.filter { $0.error != nil })
    for examination in examined where !examination.seen.isEmpty {
      lines += ["", Phrase.text("screen.data", ["account": examination.account])]
      lines += examination.seen.flatMap { TextBlock.lines("[\($0.rule)] \($0.text)", lead: "  ") }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var style: NumberStyle { .grouped }

  /// How many accounts there are, and what they pay and could save.
  var summary: [String] {
    let figures = ranking.rows.compactMap(\.row.figures)
    var lines = [
      Phrase.text(
        "screen.counts",
        ["all": style.count(ranking.rows.count), "billed": style.count(figures.count)])
    ]
    for (currency, members) in Dictionary(grouping: figures, by: \.currency)
      .sorted(by: { $0.key < $1.key })
    {
      let total = members.reduce(Money.zero) { $0 + $1.total }
      let saving = members.filter { !$0.isSuspect }.reduce(Money.zero) {
        $0 + ($1.best?.saving ?? .zero)
      }
      let digits = members.map(\.moneyDigits).max() ?? 2
      lines.append(
        Phrase.text(
          "screen.sums",
          [
            "total": style.number(total, digits: digits), "currency": currency,
            "saving": style.number(saving, digits: digits),
          ]))
    }
    return lines
  }

  private func cells(_ record: ScreenRecord) -> [String] {
    guard let figures = record.row.row.figures else { return [] }
    let deviation = record.row.place?.priceDeviation
    return [
      record.row.rank.map(String.init) ?? "", record.account,
      isAnonymous ? "" : record.row.row.name,
      figures.averagePrice.map { style.number($0, digits: 4) } ?? "",
      deviation.map { ($0 > .zero ? "+" : "") + PercentWords.share($0) } ?? "",
      style.number(figures.worth, digits: 0),
      ReasonWords.text(record.row.reason, figures),
    ]
  }

  private func told(_ title: String, _ records: [ScreenRecord]) -> [String] {
    guard !records.isEmpty else { return [] }
    let lines = records.prefix(Self.most).map { record in
      "  \(record.account)  "
        + (record.error ?? record.row.findings.filter(Self.isDoubt).joined(separator: " "))
    }
    let rest = records.count - lines.count
    return ["", title] + lines
      + (rest > 0 ? ["  " + Phrase.text("screen.more", ["count": style.count(rest)])] : [])
  }

  private static func isDoubt(_ code: String) -> Bool {
    ["data-suspect", "multiplier-suspect", "data-gap"].contains(code)
  }
}
