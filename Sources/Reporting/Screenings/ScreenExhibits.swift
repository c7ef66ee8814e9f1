import Quantities
import Screening

/// The parts of a screening's page: those first at which a visit pays most, and all beside each
/// other.
struct ScreenExhibits {
  let report: ScreenReport

  /// How many accounts the first list has.
  private static let most = 20
  /// From how many robust deviations on a price stands apart.
  private static let apart = Rate(units: 3_500_000_000_000)

  private var records: [ScreenRecord] { report.records }
  private var style: NumberStyle { .grouped }
  private var currency: String {
    report.ranking.rows.lazy.compactMap { $0.row.figures?.currency }.first ?? ""
  }
  private var unit: String { "\(currency)/kWh" }

  /// Every part.
  var all: [Exhibit] { [first, scatter, histogram] }

  /// Those of the first ranks.
  private var first: Exhibit {
    let title = Phrase.text("screen.first")
    let ranked = records.prefix { $0.row.rank != nil }.prefix(Self.most)
    let table = ReportTable(
      caption: title, columns: columns,
      rows: ranked.map(cells))
    return Exhibit(
      id: "first", title: title, text: [Phrase.text("screen.first_text")], tables: [table])
  }

  /// Every account; its rows can be sorted where scripts run.
  var table: ReportTable {
    ReportTable(
      caption: Phrase.text("screen.all"), columns: columns, rows: records.map(cells))
  }

  private var columns: [ReportTable.Column] {
    [
      .init(Phrase.text("screen.rank"), .number(digits: 0)),
      .init(Phrase.text("screen.account"), .text),
      .init(Phrase.text("screen.industry"), .text),
      .init("kWh", .number(digits: 0)),
      .init(currency, .money(digits: 2)),
      .init(unit, .number(digits: 4)),
      .init(Phrase.text("screen.deviation"), .percent),
      .init(Phrase.text("screen.hours"), .number(digits: 0)),
      .init(Phrase.text("screen.worth", ["currency": currency]), .money(digits: 0)),
      .init(Phrase.text("screen.reason"), .text),
    ]
  }

  private func cells(_ record: ScreenRecord) -> [ReportTable.Cell] {
    let figures = record.row.row.figures
    return [
      record.row.rank.map { .figure("\($0)") } ?? .empty, .text(name(record)),
      .text(record.row.row.industry), .exact(figures?.energy.quantity), .exact(figures?.total),
      .exact(figures?.averagePrice), .exact(record.row.place?.priceDeviation),
      .exact(figures?.hoursOfUse), .exact(record.row.rank == nil ? nil : figures?.worth),
      .text(ReasonWords.text(record.row.reason, figures)),
    ]
  }

  private func name(_ record: ScreenRecord) -> String {
    report.isAnonymous || record.row.row.name.isEmpty
      ? record.account : "\(record.account) \(record.row.row.name)"
  }

  /// Whether a price stands apart from those of its peers.
  private func isApart(_ record: ScreenRecord) -> Bool {
    (record.row.place?.robustZ).map { $0.magnitude > Self.apart } ?? false
  }

  /// Prices against hours of use: who uses much of what it pays demand for pays less.
  private var scatter: Exhibit {
    let title = Phrase.text("screen.scatter")
    let shown = table
    let pairs = zip(records, zip(shown.values(7), shown.values(5)))
    let points = pairs.compactMap { record, pair -> ScatterPicture.Point? in
      guard let x = pair.0, let y = pair.1, !record.isSuspect else { return nil }
      return .init(
        x: x, y: y, name: record.account, colour: isApart(record) ? Palette.other : Palette.main,
        isNamed: isApart(record))
    }
    let picture = ScatterPicture(
      unit: unit, below: Phrase.text("screen.hours"), points: points,
      legend: [
        .init(name: Phrase.text("screen.like"), colour: Palette.main, sign: .area),
        .init(name: Phrase.text("screen.apart"), colour: Palette.other, sign: .area),
      ])
    let text = Phrase.text("screen.scatter_text")
    return Exhibit(
      id: "scatter", title: title, text: [text],
      pictures: [
        ("", picture.drawing.svg(id: "picture-scatter", title: title, description: text))
      ], notes: [Phrase.text("screen.table_note")])
  }

  /// How many accounts pay what price; those that stand apart are named.
  private var histogram: Exhibit {
    let title = Phrase.text("screen.histogram")
    let prices = table.values(5)
    let billed = zip(records, prices).filter { !$0.0.isSuspect }
    let picture = HistogramPicture(
      below: unit, unit: Phrase.text("screen.accounts"), values: billed.compactMap(\.1),
      named: billed.compactMap { record, price in
        guard let price, isApart(record) else { return nil }
        return (price, record.account)
      })
    let text = Phrase.text("screen.histogram_text")
    let (ticks, counts) = picture.bins
    let bins = ReportTable(
      caption: title,
      columns: [
        .init(Phrase.text("screen.from", ["unit": unit]), .text),
        .init(Phrase.text("screen.to", ["unit": unit]), .text),
        .init(Phrase.text("screen.accounts"), .number(digits: 0)),
      ],
      rows: counts.enumerated().map { index, count in
        [
          .text(ticks.name(ticks.values[index])), .text(ticks.name(ticks.values[index + 1])),
          .figure("\(count)"),
        ]
      })
    let apart = records.filter { isApart($0) && !$0.isSuspect }
    let named = ReportTable(
      caption: Phrase.text("screen.apart"),
      columns: [
        .init(Phrase.text("screen.account"), .text), .init(unit, .number(digits: 4)),
        .init(Phrase.text("screen.median"), .number(digits: 4)),
        .init(Phrase.text("screen.deviation"), .percent),
      ],
      rows: apart.map { record in
        [
          .text(name(record)), .exact(record.row.row.figures?.averagePrice),
          .exact(record.row.place?.peers.medianPrice), .exact(record.row.place?.priceDeviation),
        ]
      })
    return Exhibit(
      id: "histogram", title: title, text: [text],
      pictures: [
        ("", picture.drawing.svg(id: "picture-histogram", title: title, description: text))
      ], tables: apart.isEmpty ? [bins] : [bins, named])
  }
}
