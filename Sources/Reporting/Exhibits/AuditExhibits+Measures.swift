import Advice
import Billing
import Quantities

extension AuditExhibits {
  /// From today's bill to the cheapest one, change by change.
  var waterfall: Exhibit {
    let title = Phrase.text("waterfall.title")
    guard let optimum = audit.optimum, let best = audit.best else {
      return Exhibit(id: "waterfall", title: title, text: [Phrase.text("waterfall.none")])
    }
    var table = ReportTable(
      caption: Phrase.text("waterfall.caption"),
      columns: [
        .init(Phrase.text("column.change"), .text), .init(Phrase.text("column.to"), .text),
        .init(currency, .money(digits: 2), isSummed: true),
      ],
      rows: [[.text(Phrase.text("waterfall.now")), .empty, .exact(best.baseline.total)]]
        + best.levers.map { lever in
          [
            .text(LeverWords.name(lever.lever)), .text(LeverChange.text(lever)),
            .exact(-lever.saving),
          ]
        })
    table.totals = [
      .text(Phrase.text("waterfall.best")), .empty, .exact(best.scenario.total),
    ]
    let text = Phrase.text(
      "waterfall.text",
      [
        "saving": money(best.saving),
        "share": Rate(best.saving, over: best.baseline.total).map(PercentWords.share) ?? "—",
        "total": money(best.scenario.total),
        "proof": CertaintyWords.text(optimum, best, currency),
      ])
    return Exhibit(
      id: "waterfall", title: title, text: [text],
      pictures: [("", svg(picture(of: table).drawing, "waterfall", title, text))], tables: [table],
      notes: [Phrase.text("audit.each_billed")],
      chart: ExhibitChart(kind: .columns, below: 0, values: [2], beside: currency))
  }

  private func picture(of table: ReportTable) -> WaterfallPicture {
    var sum = 0.0
    var steps = zip(table.rows, table.values(2)).enumerated().map { index, row in
      sum += row.1 ?? 0
      return WaterfallPicture.Step(
        name: table.text(row.0[0], .text), sum: sum, change: index == 0 ? nil : row.1,
        label: label(row.0[2]))
    }
    let last = table.totals?.last ?? .empty
    steps.append(
      .init(
        name: table.text(table.totals?.first ?? .empty, .text), sum: sum, change: nil,
        label: label(last)))
    return WaterfallPicture(unit: currency, steps: steps)
  }

  /// An amount above a step, without its fraction.
  private func label(_ cell: ReportTable.Cell) -> String {
    guard case .figure(let text, _) = cell, let amount = try? Money(text) else { return "" }
    return style.number(amount, digits: 0)
  }

  /// What the bill is with transformers of other sizes and the best of all else.
  var transformers: [Exhibit] {
    let points = report.capacities
    guard points.count > 1 else { return [] }
    let title = Phrase.text("capacity.title")
    let today = audit.bill.total
    let table = ReportTable(
      caption: Phrase.text("capacity.caption"),
      columns: [
        .init("kVA", .number(digits: 0)),
        .init(Phrase.text("capacity.total", ["currency": currency]), .money(digits: 2)),
        .init(Phrase.text("capacity.saving", ["currency": currency]), .money(digits: 2)),
      ],
      rows: points.map {
        [
          .exact($0.capacity), .exact($0.total.rounded(digits: 2)),
          .exact((today - $0.total).rounded(digits: 2)),
        ]
      })
    let pairs = zip(table.values(0), table.values(2)).compactMap { x, y in x.map { ($0, y) } }
    let ticks = Ticks(from: 0, to: pairs.last?.0 ?? 1, count: 8)
    let best = points.min { $0.total < $1.total }
    let text = Phrase.text(
      "capacity.text", ["capacity": best.map { style.number($0.capacity) } ?? "—"])
    let picture = CurvePicture(
      unit: currency, below: "kVA", names: ticks.values.map { ($0, ticks.name($0)) },
      range: ticks.range,
      curves: [
        .init(name: "", colour: Palette.main, points: pairs.map { ($0.0, $0.1) }, hasDots: true)
      ],
      marks: pairs.max { ($0.1 ?? 0) < ($1.1 ?? 0) }.map {
        [($0.0, $0.1 ?? 0, "\(ticks.name($0.0)) kVA")]
      } ?? [])
    return [
      Exhibit(
        id: "capacity", title: title, text: [text],
        pictures: [("", svg(picture.drawing, "capacity", title, text))], tables: [table],
        notes: [Phrase.text("capacity.note")],
        chart: ExhibitChart(kind: .scatter, below: 0, values: [2], beside: currency))
    ]
  }

  /// What a month's demand is expected to cost by the contract demand declared.
  var contract: [Exhibit] {
    guard let forecast = audit.optimum?.forecast, forecast.curve.count > 1 else { return [] }
    let title = Phrase.text("contract.title")
    let table = ReportTable(
      caption: Phrase.text("contract.caption"),
      columns: [
        .init("kW", .number(digits: 0)),
        .init(Phrase.text("contract.cost", ["currency": currency]), .money(digits: 2)),
      ],
      rows: forecast.curve.map { [.exact($0.contract), .exact($0.cost.rounded(digits: 2))] })
    let pairs = zip(table.values(0), table.values(1)).compactMap { x, y in x.map { ($0, y) } }
    let ticks = Ticks(from: pairs.first?.0 ?? 0, to: pairs.last?.0 ?? 1, count: 8)
    let recommended = ReportTable.Cell.exact(forecast.recommended)
    let isByContract = audit.best?.scenario.bills.last?.method == .contractDemand
    let text = ForecastWords(
      forecast: forecast, currency: currency, growth: .zero, isByContract: isByContract
    ).text
    var marks: [(x: Double, y: Double, text: String)] = []
    if case .figure(let value, _) = recommended, let x = Double(value),
      let y = Double(forecast.expectedCost.description)
    {
      marks.append((x, y, "\(style.number(forecast.recommended, atMost: 1)) kW"))
    }
    let picture = CurvePicture(
      unit: currency, below: Phrase.text("contract.below"),
      names: ticks.values.map { ($0, ticks.name($0)) }, range: ticks.range,
      curves: [
        .init(name: "", colour: Palette.main, points: pairs.map { ($0.0, $0.1) }, hasDots: true)
      ], marks: marks, beginsAtZero: false)
    return [
      Exhibit(
        id: "contract", title: title, text: [text],
        pictures: [("", svg(picture.drawing, "contract", title, text))], tables: [table],
        chart: ExhibitChart(kind: .scatter, below: 0, values: [1], beside: currency))
    ]
  }
}
