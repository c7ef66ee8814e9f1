import CXLSX
import Quantities

/// A workbook while it is written.
final class WorkbookAssembly {

  let content: WorkbookContent
  let file: String

  /// Absent once it is finished.
  private(set) var book: OpaquePointer?
  private(set) var sheets: [OpaquePointer] = []
  private var styles: [WorkbookStyle: OpaquePointer] = [:]

  init(_ content: WorkbookContent, file: String) throws(DiagnosticsError) {
    self.content = content
    self.file = file
    let seconds = Int64(content.created.dayNumber) * 86_400
    let outcome = cxlsx_open(WorkbookText.plain(content.title), seconds, &book)
    if outcome != CXLSX_COMPLETE { throw failure(outcome) }
    for name in content.sheetNames {
      guard let sheet = cxlsx_add_sheet(book, name) else { throw failure(CXLSX_NO_MEMORY) }
      sheets.append(sheet)
    }
  }

  deinit { cxlsx_close(book) }

  /// Packs the workbook; nothing can be added any more.
  func finish() throws(DiagnosticsError) -> [UInt8] {
    var bytes: [UInt8] = []
    let outcome = withUnsafeMutablePointer(to: &bytes) { pointer in
      cxlsx_finish(book, pointer) { context, piece, count in
        let bytes = context?.assumingMemoryBound(to: [UInt8].self)
        bytes?.pointee.append(contentsOf: UnsafeBufferPointer(start: piece, count: count))
        return 1
      }
    }
    book = nil
    if outcome != CXLSX_COMPLETE { throw failure(outcome) }
    return bytes
  }

  func addSheet(_ index: Int) throws(DiagnosticsError) {
    let sheet = content.sheets[index]
    try checkSize(of: sheet, index)
    for (column, described) in sheet.columns.enumerated() {
      try check(
        cxlsx_set_column(
          sheets[index], UInt16(column), Double(described.width),
          try style(described.format, .body, wraps: described.wraps)))
      try write(
        .text(described.heading), as: described.format, in: .heading, at: (index, 0, column))
    }
    try setHeights(ofSheet: index)
    try check(
      cxlsx_set_page(
        sheets[index], sheet.isWide ? 1 : 0, WorkbookText.footer(content.footer)))
    if sheet.hasFrozenHeading, !sheet.columns.isEmpty {
      try check(cxlsx_freeze_heading(sheets[index]))
    }
    for (row, cells) in sheet.rows.enumerated() {
      for (column, cell) in cells.enumerated() {
        try write(cell, in: .body, at: (index, row + 1, column))
      }
    }
    if let label = sheet.totalLabel, !sheet.rows.isEmpty {
      try writeTotals(label, ofSheet: index)
    }
  }

  /// Gives rows the room their texts need: not every program does so by itself.
  private func setHeights(ofSheet index: Int) throws(DiagnosticsError) {
    let sheet = content.sheets[index]
    let heading = sheet.columns.map { $0.lineCount($0.heading) }.max() ?? 1
    let rows = sheet.rows.map { row in
      zip(row, sheet.columns).map { cell, column in
        guard column.wraps, case .text(let text) = cell else { return 1 }
        return column.lineCount(text)
      }.max() ?? 1
    }
    for (row, lines) in ([heading] + rows).enumerated() where lines > 1 {
      try check(cxlsx_set_row(sheets[index], UInt32(row), Double(lines) * Self.lineHeight))
    }
  }

  /// A line of the default font. [points]
  private static let lineHeight = 15.0

  private func checkSize(of sheet: SheetContent, _ index: Int) throws(DiagnosticsError) {
    let columns = max(sheet.columns.count, sheet.rows.lazy.map(\.count).max() ?? 0)
    // The heading and the totals take a row each.
    let rows = sheet.rows.count + 2
    guard rows > SheetCells.rowLimit || columns > SheetCells.columnLimit else { return }
    throw DiagnosticsError(
      Diagnostic(
        file: file, sheet: content.sheetNames[index], code: "workbook-too-large",
        message: """
          the sheet would have \(rows) rows and \(columns) columns, but a sheet holds \
          \(SheetCells.rowLimit) and \(SheetCells.columnLimit)
          """))
  }

  private func writeTotals(_ label: String, ofSheet index: Int) throws(DiagnosticsError) {
    let sheet = content.sheets[index]
    let row = sheet.rows.count + 1
    for (column, described) in sheet.columns.enumerated() {
      let cell: WorkbookCell
      if described.isSummed {
        let first = SheetCells.name(row: 2, column: column + 1)
        let last = SheetCells.name(row: row, column: column + 1)
        var sum = DecimalSum()
        for cells in sheet.rows where column < cells.count {
          if let number = cells[column].number { _ = sum.add(number) }
        }
        cell = .formula("=SUM(\(first):\(last))", value: sum.text, format: described.format)
      } else {
        cell = column == 0 ? .text(label) : .empty
      }
      try write(cell, in: .total, at: (index, row, column))
    }
  }

  private func write(
    _ cell: WorkbookCell, as format: WorkbookFormat? = nil, in kind: WorkbookStyle.Row,
    at place: (sheet: Int, row: Int, column: Int)
  ) throws(DiagnosticsError) {
    let sheet = sheets[place.sheet]
    let row = UInt32(place.row)
    let column = UInt16(place.column)
    switch cell {
    case .text(let text) where !text.isEmpty:
      guard text.utf16.count <= WorkbookText.longestCell else {
        throw refusal(at: place, "a text of more than 32767 characters, the most of a cell")
      }
      // A text in the body looks as its column does.
      let format = kind == .body ? nil : try style(format ?? cell.format, kind)
      try check(cxlsx_write_text(sheet, row, column, WorkbookText.cell(text), format))
    case .empty, .text:
      if kind == .body { return }
      try check(cxlsx_write_blank(sheet, row, column, try style(.general, kind)))
    case .number, .money, .percent, .month, .date, .formula:
      guard let text = cell.number else {
        throw refusal(
          at: place, "a date that workbooks cannot hold: theirs are 1900-03-01 to 9999-12-31")
      }
      guard let value = DecimalSum.binary(text) else {
        throw refusal(at: place, "\(Printable.quote(text)), where a decimal number is expected")
      }
      let format = try style(cell.format, kind)
      if case .formula(let formula, _, _) = cell {
        try check(
          cxlsx_write_formula(sheet, row, column, WorkbookText.plain(formula), value, format))
      } else {
        try check(cxlsx_write_number(sheet, row, column, value, format))
      }
    }
  }

  private func style(
    _ format: WorkbookFormat, _ row: WorkbookStyle.Row, wraps: Bool = false
  ) throws(DiagnosticsError) -> OpaquePointer {
    let style = WorkbookStyle(format: format, row: row, wraps: wraps || row == .heading)
    if let known = styles[style] { return known }
    let line =
      switch row {
      case .heading: CXLSX_LINE_BELOW
      case .body: CXLSX_NO_LINE
      case .total: CXLSX_LINE_ABOVE
      }
    guard
      let new = cxlsx_add_format(
        book, format.code, row == .body ? 0 : 1, style.wraps ? 1 : 0, format.isLeft ? 1 : 0, line)
    else { throw failure(CXLSX_NO_MEMORY) }
    styles[style] = new
    return new
  }

  func check(_ outcome: cxlsx_outcome) throws(DiagnosticsError) {
    if outcome != CXLSX_COMPLETE { throw failure(outcome) }
  }

  func failure(_ outcome: cxlsx_outcome) -> DiagnosticsError {
    let (code, reason): (String, Message) =
      switch outcome {
      case CXLSX_NO_MEMORY: ("out-of-memory", "there is not enough memory")
      case CXLSX_NO_TEMPORARY_FILE:
        ("file-unwritable", "its parts cannot be kept in the folder for temporary files")
      default: ("workbook", "the format cannot hold a part of it")
      }
    return DiagnosticsError(
      Diagnostic(file: file, code: code, message: "the workbook cannot be written: \(reason)"))
  }

  private func refusal(
    at place: (sheet: Int, row: Int, column: Int), _ words: Message
  ) -> DiagnosticsError {
    let cell = SheetCells.name(row: place.row + 1, column: place.column + 1)
    return DiagnosticsError(
      Diagnostic(
        file: file, sheet: content.sheetNames[place.sheet], line: place.row + 1,
        code: "workbook-cell", message: "the cell \(cell) was to be written with \(words)"))
  }
}
