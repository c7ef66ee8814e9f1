import Documents
import Quantities

/// Exhibits as the sheets of a workbook: a sheet for each table, with a chart of the first.
struct ExhibitWorkbook {
  let title: String
  /// What stands below every printed page.
  let footer: String
  let created: CalendarDate
  let exhibits: [Exhibit]

  /// The workbook.
  var content: WorkbookContent {
    let tables = exhibits.flatMap { exhibit in
      exhibit.tables.enumerated().map { index, table in
        (
          name: index == 0 ? Self.name(of: exhibit) : table.caption, table: table,
          chart: index == 0 ? exhibit.chart : nil
        )
      }
    }
    return WorkbookContent(
      title: title, footer: footer, created: created,
      sheets: tables.enumerated().map { index, part in
        SheetContent(
          name: part.name, columns: Self.columns(of: part.table),
          rows: part.table.rows.enumerated().map { row, cells in
            zip(cells, part.table.columns).map { cell, column in
              Self.cell(cell, column, row: row)
            }
          }, totalLabel: Self.totalLabel(of: part.table),
          charts: part.chart.map { [Self.chart($0, part.table, part.name, sheet: index)] } ?? [])
      })
  }

  /// The name on its tab, which has little room; the title where that is short.
  private static func name(of exhibit: Exhibit) -> String {
    Phrase.find("sheet.\(exhibit.id)") ?? exhibit.title
  }

  /// What stands before the sums; nothing where the last row is no sum.
  private static func totalLabel(of table: ReportTable) -> String? {
    guard let first = table.totals?.first, table.columns.contains(where: \.isSummed) else {
      return nil
    }
    return table.text(first, .text)
  }

  /// What a column takes at the most; longer texts are broken into lines. [characters]
  private static let widestColumn = 44

  /// What a heading takes of a column whose cells need less. [characters]
  private static let widestHeading = 14

  /// From how wide on a table has its chart below it instead of beside it. [characters]
  private static let widestBesideChart = 70

  private static func columns(of table: ReportTable) -> [WorkbookColumn] {
    table.columns.enumerated().map { index, column in
      let cells = table.rows.map { $0[index] } + (table.totals.map { [$0[index]] } ?? [])
      let widest = cells.map { DisplayWidth.of(table.text($0, column.kind)) }.max() ?? 0
      let heading = min(widestHeading, DisplayWidth.of(column.heading))
      let width = min(widestColumn, max(9, max(widest + 3, heading + 2)))
      return WorkbookColumn(
        column.heading, width: width, format: format(column.kind), isSummed: column.isSummed,
        wraps: widest > width)
    }
  }

  private static func format(_ kind: ReportTable.Kind) -> WorkbookFormat {
    switch kind {
    case .text: return .general
    case .number(let digits): return .number(digits: digits)
    case .money(let digits): return .money(digits: digits)
    case .percent: return .percent(digits: 1)
    case .month: return .month
    case .date: return .date
    }
  }

  private static func cell(
    _ cell: ReportTable.Cell, _ column: ReportTable.Column, row: Int
  ) -> WorkbookCell {
    switch cell {
    case .empty: return .empty
    case .text(let text): return .text(text)
    case .month(let month): return .month(month)
    case .date(let date): return .date(date)
    case .figure(let figure, let own):
      if let parts = column.sumOf {
        // The heading is row 1 of the sheet.
        let number = row + 2
        return .formula(
          "=SUM(\(letters(parts.lowerBound))\(number):\(letters(parts.upperBound))\(number))",
          value: figure, format: format(column.kind))
      }
      switch own ?? column.kind {
      case .number(let digits): return .number(figure, digits: digits)
      case .money(let digits): return .money(figure, digits: digits)
      case .percent: return .percent(figure)
      case .text, .month, .date: return .text(figure)
      }
    }
  }

  /// The name of a column: A to Z, then AA.
  private static func letters(_ column: Int) -> String {
    let letter = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(column % 26)))
    return column < 26 ? letter : letters(column / 26 - 1) + letter
  }

  private static func chart(
    _ chart: ExhibitChart, _ table: ReportTable, _ title: String, sheet: Int
  ) -> WorkbookChart {
    let rows = 1...max(1, table.rows.count)
    let isBelow = columns(of: table).reduce(0) { $0 + $1.width } > widestBesideChart
    let below = WorkbookRange(sheet: sheet, rows: rows, column: chart.below)
    return WorkbookChart(
      kind(chart.kind), title: title, below: table.columns[chart.below].heading,
      beside: chart.beside, belowFormat: format(table.columns[chart.below].kind),
      series: chart.values.map { column in
        WorkbookSeries(
          name: table.columns[column].heading, below: below,
          values: WorkbookRange(sheet: sheet, rows: rows, column: column))
      }, row: isBelow ? table.rows.count + 3 : 1, column: isBelow ? 0 : table.columns.count + 1,
      width: 1.5, height: isBelow ? 1.1 : 1.4)
  }

  private static func kind(_ kind: ExhibitChart.Kind) -> WorkbookChartKind {
    switch kind {
    case .columns: return .columns
    case .stackedColumns: return .stackedColumns
    case .lines: return .lines
    case .scatter: return .scatter
    }
  }
}

extension AuditReport {
  /// The audit as a workbook: the tables of the page, with charts a spreadsheet draws.
  ///
  /// - Parameters:
  ///   - provenance: What the answer was made from.
  ///   - created: The day that stands in its properties.
  /// - Returns: A sheet for each table.
  package func workbook(_ provenance: Provenance, created: CalendarDate) -> WorkbookContent {
    let exhibits = AuditExhibits(report: self)
    let sources = ProvenanceExhibits(
      bill: audit.bill, terms: audit.subject.biller.terms, provenance: provenance)
    let parts =
      [exhibits.summary] + exhibits.money + exhibits.load + exhibits.measures + exhibits.changes
      + exhibits.findings + exhibits.rest + sources.all
    return ExhibitWorkbook(
      title: "\(Phrase.text("page.title")) · \(BillHeader.account(audit.bill.account))",
      footer: BillHeader.account(audit.bill.account), created: created, exhibits: parts
    ).content
  }
}
