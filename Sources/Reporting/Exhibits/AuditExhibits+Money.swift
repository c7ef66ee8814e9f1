import Advice
import Billing
import Quantities
import Tariffs

extension AuditExhibits {
  /// The parts of the bill, month by month.
  var anatomy: Exhibit {
    let bills = audit.bill.bills
    let groups = groups(of: bills)
    let rows = bills.map { bill -> [ReportTable.Cell] in
      [.month(bill.month), .exact(bill.determinants.totalEnergy.quantity)]
        + groups.map { group in .exact(amount(of: group, in: [bill])) }
        + [
          .exact(bill.total), .exact(bill.total.per(bill.determinants.totalEnergy.quantity)),
        ]
    }
    let digits = bills.map(\.total).allSatisfy { $0.rounded(digits: 2) == $0 } ? 2 : 4
    var table = ReportTable(
      caption: Phrase.text("anatomy.caption", ["currency": currency]),
      columns: [
        .init(Phrase.text("column.month"), .month),
        .init("kWh", .number(digits: 0), isSummed: true),
      ]
        + groups.map { .init(ChargeWords.group($0), .money(digits: digits), isSummed: true) }
        + [
          .init(
            Phrase.text("column.total"), .money(digits: digits), isSummed: true,
            sumOf: groups.isEmpty ? nil : 2...(groups.count + 1)),
          .init(Phrase.text("column.per_kwh"), .number(digits: 4)),
        ],
      rows: rows)
    table.totals =
      [.text(Phrase.text("column.total")), .exact(audit.bill.energy.quantity)]
      + groups.map { .exact(amount(of: $0, in: bills)) }
      + [.exact(audit.bill.total), .exact(audit.bill.averagePrice)]
    let picture = ColumnPicture(
      unit: currency, labels: table.names,
      stacks: groups.enumerated().map { index, group in
        PictureSeries(
          name: ChargeWords.group(group), colour: Palette.charge(group),
          values: table.values(index + 2))
      })
    let title = Phrase.text("anatomy.title")
    return Exhibit(
      id: "anatomy", title: title, text: [anatomyText],
      pictures: [("", svg(picture.drawing, "anatomy", title, anatomyText))],
      tables: [table, shares], notes: missingMonths,
      chart: ExhibitChart(
        kind: .stackedColumns, below: 0, values: Array(2..<(groups.count + 2)), beside: currency))
  }

  private var anatomyText: String {
    let largest = audit.indicators.charges.max { $0.amount < $1.amount }
    return Phrase.text(
      "anatomy.text",
      [
        "total": money(audit.indicators.total),
        "months": MonthWords.list(audit.bill.bills.map(\.month)),
        "largest": largest.map { ChargeWords.group($0) } ?? "—",
        "share": largest.map { PercentWords.share($0.share) } ?? "—",
      ])
  }

  private var missingMonths: [String] {
    let months = audit.bill.incompleteMonths
    guard !months.isEmpty else { return [] }
    return [Phrase.text("audit.not_billed", ["months": MonthWords.list(months)])]
  }

  /// The parts of the whole.
  private var shares: ReportTable {
    var table = ReportTable(
      caption: Phrase.text("shares.caption"),
      columns: [
        .init(Phrase.text("column.part"), .text),
        .init(currency, .money(digits: 2), isSummed: true),
        .init(Phrase.text("column.share"), .percent),
        .init(Phrase.text("column.per_kwh"), .number(digits: 4)),
      ],
      rows: audit.indicators.charges.map { charge in
        [
          .text(ChargeWords.group(charge)), .exact(charge.amount), .exact(charge.share),
          .exact(charge.amount.per(audit.indicators.energy.quantity)),
        ]
      })
    table.totals = [
      .text(Phrase.text("column.total")), .exact(audit.indicators.total), .exact(Rate.one),
      .exact(audit.indicators.averagePrice),
    ]
    return table
  }

  private func groups(of bills: [Bill]) -> [ChargeGroup] {
    let all = bills.flatMap(\.lines).map { ChargeGroup($0.charge) }
    var seen: [ChargeGroup] = [.basic, .demand, .energy, .funds, .powerFactor].filter(all.contains)
    for group in all where group.isOther && !seen.contains(group) { seen.append(group) }
    return seen
  }

  private func amount(of group: ChargeGroup, in bills: [Bill]) -> Money {
    bills.flatMap(\.lines).filter { ChargeGroup($0.charge) == group }
      .reduce(.zero) { $0 + $1.amount }
  }

  /// What a kilowatt-hour costs, beside what it costs others.
  var price: Exhibit {
    let title = Phrase.text("price.title")
    let price = audit.indicators.averagePrice
    let own = price.map { style.number($0, digits: 4) } ?? "—"
    guard let peers = audit.peers else {
      return Exhibit(
        id: "price", title: title, text: [Phrase.text("price.alone", ["price": own, "unit": unit])])
    }
    let table = ReportTable(
      caption: Phrase.text("price.caption"),
      columns: [
        .init("", .text), .init(unit, .number(digits: 4)),
        .init(Phrase.text("price.basic_share"), .percent),
      ],
      rows: [
        [
          .text(Phrase.text("price.own")), .exact(price), .exact(audit.indicators.basicShare),
        ],
        [
          .text(Phrase.text("price.peers")), .exact(peers.medianPrice),
          .exact(peers.medianBasicShare),
        ],
      ])
    let text = Phrase.text(
      "price.text",
      ["price": own, "median": style.number(peers.medianPrice, digits: 4), "unit": unit])
    let picture = BarPicture(
      bars: zip(table.names, table.values(1)).enumerated().map { index, row in
        .init(name: row.0, parts: [("\(index)", row.1 ?? 0, "")])
      },
      colours: [("0", "", Palette.main, true)],
      totals: table.rows.map { table.text($0[1], .number(digits: 4)) })
    return Exhibit(
      id: "price", title: title, text: [text],
      pictures: [("", svg(picture.drawing, "price", title, text))], tables: [table],
      chart: ExhibitChart(kind: .columns, below: 0, values: [1], beside: unit))
  }

  /// The unit of prices.
  var unit: String { "\(currency)/kWh" }
}
