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
    table.add(["rank", "account", "", "per kWh", "peers", "may save", "why"])
    let first = records.prefix { $0.row.rank != nil }.prefix(Self.most)
    for record in first { table.add(cells(record)) }
    var lines = summary + [""] + table.lines
    let rest = records.count - first.count
    if rest > 0 {
      lines.append("")
      lines += TextBlock.lines(
        "\(style.count(rest)) further accounts are in --format csv or json.", lead: "")
    }
    lines += told("Not compared, since the data are in doubt:", records.filter(\.isSuspect))
    lines += told("Not billed:", records.filter { $0.error != nil })
    for examination in examined where !examination.seen.isEmpty {
      lines += ["", "Data of \(examination.account)"]
      lines += examination.seen.flatMap { TextBlock.lines("[\($0.rule)] \($0.text)", lead: "  ") }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var style: NumberStyle { .grouped }

  private var summary: [String] {
    let figures = ranking.rows.compactMap(\.row.figures)
    var lines = [
      "\(style.count(ranking.rows.count)) accounts, \(style.count(figures.count)) billed"
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
        "\(style.number(total, digits: digits)) \(currency) in all; the best single change of "
          + "each account saves \(style.number(saving, digits: digits)) together")
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
    return ["", title] + lines + (rest > 0 ? ["  and \(style.count(rest)) more"] : [])
  }

  private static func isDoubt(_ code: String) -> Bool {
    ["data-suspect", "multiplier-suspect", "data-gap"].contains(code)
  }
}
