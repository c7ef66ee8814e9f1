import CXLSX

extension WorkbookAssembly {

  func addCharts(toSheet index: Int) throws(DiagnosticsError) {
    for chart in content.sheets[index].charts {
      try checkPlaces(of: chart, onSheet: index)
      guard
        let added = cxlsx_add_chart(
          book, Self.kind(chart.kind), caption(chart.title), caption(chart.below),
          caption(chart.beside), chart.belowFormat?.code)
      else { throw failure(CXLSX_NO_MEMORY) }
      for series in chart.series { try add(series, to: added) }
      try check(
        cxlsx_place_chart(
          sheets[index], UInt32(chart.row), UInt16(chart.column), added, chart.width, chart.height))
    }
  }

  private func add(
    _ series: WorkbookSeries, to chart: OpaquePointer
  ) throws(DiagnosticsError) {
    let name = WorkbookText.caption(series.name)
    let outcome = withRange(series.values) { values in
      guard let below = series.below else { return cxlsx_add_series(chart, name, nil, values) }
      return withRange(below) { below in cxlsx_add_series(chart, name, below, values) }
    }
    try check(outcome)
  }

  private func withRange(
    _ range: WorkbookRange, _ work: (UnsafePointer<cxlsx_range>) -> cxlsx_outcome
  ) -> cxlsx_outcome {
    content.sheetNames[range.sheet].withCString { name in
      var cells = cxlsx_range(
        sheet: name, first_row: UInt32(range.rows.lowerBound),
        first_column: UInt16(range.columns.lowerBound), last_row: UInt32(range.rows.upperBound),
        last_column: UInt16(range.columns.upperBound))
      return work(&cells)
    }
  }

  private func checkPlaces(
    of chart: WorkbookChart, onSheet index: Int
  ) throws(DiagnosticsError) {
    let rows = 0..<SheetCells.rowLimit
    let columns = 0..<SheetCells.columnLimit
    let ranges = chart.series.flatMap { [$0.values] + ($0.below.map { [$0] } ?? []) }
    let isSound =
      !chart.series.isEmpty && rows.contains(chart.row) && columns.contains(chart.column)
      && (chart.kind != .scatter || chart.series.allSatisfy { $0.below != nil })
      && ranges.allSatisfy { range in
        content.sheets.indices.contains(range.sheet)
          && rows.contains(range.rows.lowerBound) && rows.contains(range.rows.upperBound)
          && columns.contains(range.columns.lowerBound)
          && columns.contains(range.columns.upperBound)
      }
    if isSound { return }
    throw DiagnosticsError(
      Diagnostic(
        file: file, sheet: content.sheetNames[index], code: "workbook-chart",
        message:
          """
          the chart \(Printable.quote(chart.title)) has no series, points without \
          places, or cells that no sheet of the workbook has
          """))
  }

  private func caption(_ text: String) -> String? {
    text.isEmpty ? nil : WorkbookText.caption(text)
  }

  private static func kind(_ kind: WorkbookChartKind) -> cxlsx_chart_kind {
    switch kind {
    case .columns: CXLSX_COLUMNS
    case .stackedColumns: CXLSX_STACKED_COLUMNS
    case .lines: CXLSX_LINES
    case .scatter: CXLSX_POINTS
    }
  }
}
