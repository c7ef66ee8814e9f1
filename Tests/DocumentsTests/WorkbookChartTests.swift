import Foundation
import Quantities
import Testing

@testable import Documents

@Suite("Charts of workbooks that are written")
struct WorkbookChartTests {

  /// Each kind of chart on a sheet of its own name, over the cells of the first sheet.
  static let content = {
    let charts = WorkbookChartKind.allCases.enumerated().map { index, kind in
      WorkbookChart(
        kind, title: index == 0 ? "=Cost" : "Cost & \(kind)", below: "month", beside: "CNY",
        belowFormat: .month,
        series: [1, 2].map { column in
          WorkbookSeries(
            name: column == 1 ? "energy" : "=amount",
            below: WorkbookRange(sheet: 0, rows: 1...2, column: 0),
            values: WorkbookRange(sheet: 0, rows: 1...2, column: column))
        }, row: 2 + 16 * index, column: 1)
    }
    return WorkbookContent(
      title: "Charts", created: WorkbookWriterTests.day,
      sheets: [
        SheetContent(
          name: "It's/this", columns: WorkbookWriterTests.sheet.columns,
          rows: WorkbookWriterTests.sheet.rows, totalLabel: "Total"),
        SheetContent(
          name: "Charts", columns: [], rows: [], hasFrozenHeading: false, charts: charts),
      ])
  }()

  @Test(
    "Each kind of chart shows the cells of its series, on another sheet too",
    arguments: [
      (1, "<c:grouping val=\"clustered\"/>"), (2, "<c:grouping val=\"stacked\"/>"),
      (3, "<c:lineChart>"), (4, "<c:scatterChart>"),
    ])
  func parts(number: Int, kind: String) throws {
    let bytes = try WorkbookWriter.bytes(of: Self.content, file: "b.xlsx")
    let chart = try WorkbookWriterTests.part("xl/charts/chart\(number).xml", of: bytes)
    #expect(chart.contains(kind))
    #expect(chart.components(separatedBy: "<c:f>'It''s-this'!$A$2:$A$3</c:f>").count == 3)
    for column in ["B", "C"] {
      #expect(chart.contains("<c:f>'It''s-this'!$\(column)$2:$\(column)$3</c:f>"))
    }
    // The values are in the chart as well, for programs that do not look them up: 815.1 and 0.2.
    #expect(chart.contains("<c:v>815.1</c:v>"))
    #expect(chart.contains("<c:v>energy</c:v>"))
    #expect(chart.contains("<c:v> =amount</c:v>"))
    #expect(chart.contains("<a:t>month</a:t>"))
    #expect(chart.contains("<a:t>CNY</a:t>"))
    #expect(chart.contains("formatCode=\"yyyy-mm\""))
    #expect(chart.contains("<a:t>\(number == 1 ? " =Cost" : "Cost &amp; ")"))
  }

  private static func python(_ script: String, _ arguments: [String] = []) throws -> String {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script] + arguments
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self)
  }

  private static let hasReader = (try? python("import openpyxl; print(1)")) == "1\n"

  @Test(
    "Another reader sees the same: charts, frozen heading, formulas, dates",
    .enabled(if: hasReader, "python3 cannot import openpyxl"))
  func otherReader() throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent(
      "charts-\(UUID().uuidString).xlsx"
    ).path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try WorkbookWriter.write(Self.content, to: path)
    let script = """
      import openpyxl, sys
      book = openpyxl.load_workbook(sys.argv[1])
      values = openpyxl.load_workbook(sys.argv[1], data_only=True)
      first, charts = book.worksheets
      print(book.sheetnames, first.freeze_panes, charts.freeze_panes, first.print_title_rows)
      print([type(c).__name__ for c in charts._charts])
      print(first['B5'].value, values.worksheets[0]['B5'].value, first['C4'].value)
      print(first['F2'].value, first['F2'].data_type, first['A2'].value, first['E2'].value)
      print(first['A2'].number_format, first['D2'].number_format, first['C2'].number_format)
      print(first['A1'].font.b, first['A5'].font.b, first['A2'].font.b, first['F1'].value)
      print(first.column_dimensions['C'].width > 18, book.properties.created.isoformat())
      """
    #expect(
      try Self.python(script, [path]) == """
        ["It's-this", 'Charts'] A2 None $1:$1
        ['BarChart', 'BarChart', 'LineChart', 'ScatterChart']
        =SUM(B2:B4) 1200.4000000001 =B2*2
        =1+1 s 2026-01-01 00:00:00 2026-01-31 00:00:00
        yyyy-mm 0.0% #,##0.00;[Red]-#,##0.00
        True True False note, with "marks"
        True 2026-01-31T00:00:00

        """)
  }
}
