import Documents
import Quantities
import Screening

extension ScreenReport {
  /// The rows as a workbook, figures as figures.
  ///
  /// - Parameter created: The day that stands in its properties.
  /// - Returns: A sheet of accounts with a row of totals, and one of their peers.
  package func workbook(created: CalendarDate) -> WorkbookContent {
    let extra = extraColumns
    let columns =
      Self.columns.map { column in
        WorkbookColumn(
          column, width: Self.width(of: column),
          isSummed: ["energy_kwh", "total", "saving"].contains(column))
      } + extra.map { WorkbookColumn($0, width: 16) }
    let rows = records.map { record in
      Self.columns.map { Self.cell(record.cell($0), of: $0, record) }
        + extra.map { heading in
          record.row.row.extra.first { $0.heading == heading }.map { .text($0.value) } ?? .empty
        }
    }
    return WorkbookContent(
      title: "Screening", footer: Phrase.text("screen.title"), created: created,
      sheets: [
        SheetContent(name: "Accounts", columns: columns, rows: rows, totalLabel: "Total"),
        groupSheet,
      ])
  }

  private static func width(of column: String) -> Int {
    switch column {
    case "reason", "error": return 50
    case "findings": return 36
    case "name", "industry", "tariff", "peer_group": return 22
    default: return 14
    }
  }

  private static func cell(
    _ value: JSONValue, of column: String, _ record: ScreenRecord
  ) -> WorkbookCell {
    switch (value, value.cell) {
    case (.null, _), (_, .empty): return .empty
    case (.number(let number), _):
      if column.hasSuffix("share") || column == "price_deviation" || column == "load_ratio"
        || column == "load_factor"
      {
        return .percent(number.text)
      }
      return .number(number.text, digits: column == "robust_z" ? 2 : 0)
    case (.string(let text), _) where moneyColumns.contains(column):
      return .money(text, digits: record.row.row.figures?.moneyDigits ?? 2)
    case (.string(let text), _) where priceColumns.contains(column):
      return .number(text, digits: 4)
    case (_, .text(let text)), (_, .figure(let text)): return .text(text)
    case (_, .decimal(let figure)): return .text(figure.description)
    }
  }

  private static let moneyColumns: Set<String> = ["total", "saving", "saving_of_an_even_load"]
  private static let priceColumns: Set<String> = [
    "average_price", "peer_median_price", "power_factor",
  ]

  /// What each group of peers comes to.
  private var groupSheet: SheetContent {
    let groups = ranking.groups.map { (name: ReasonWords.group($0.key), peers: $0.value) }
      .sorted { $0.name < $1.name }
    return SheetContent(
      name: "Peers",
      columns: [
        WorkbookColumn("peer_group", width: 30), WorkbookColumn("accounts"),
        WorkbookColumn("median_price", width: 14), WorkbookColumn("median_basic_share", width: 20),
      ],
      rows: groups.map { group in
        [
          .text(group.name), .number("\(group.peers.count)", digits: 0),
          .number(group.peers.medianPrice.text(digits: 4), digits: 4),
          .percent(group.peers.medianBasicShare.text(digits: 4)),
        ]
      })
  }
}
