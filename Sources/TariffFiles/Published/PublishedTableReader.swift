import Documents
import Quantities

/// Reads a price table as a utility publishes it: a title, headings over several rows, classes of
/// use and voltages in the first columns, notes below.
struct PublishedTableReader {

  private let rows: [[TableCell]]
  private let file: String
  private(set) var findings = DiagnosticCollector()

  init(_ source: SourceText) throws(DiagnosticsError) {
    rows = try TableGrid(source).rows
    file = source.file
  }

  /// The table.
  ///
  /// - Throws: All that keeps it from being read.
  mutating func read() throws(DiagnosticsError) -> PublishedTable {
    guard let first = rows.firstIndex(where: isRowOfPrices), first > 0 else {
      throw DiagnosticsError(
        Diagnostic(
          file: file, code: "published-table",
          message: """
            no row of prices was found: a voltage such as 1-10千伏 with figures beside it, \
            below headings, is expected
            """,
          hint: "save the sheet with the table 工商业用电价格表 as CSV or XLSX"))
    }
    let columns = self.columns(above: first)
    let energyUnit = energyUnit(above: first)
    let prices = columns.enumerated().compactMap { index, column -> (index: Int, name: String)? in
      guard case .price(let name)? = column else { return nil }
      return (index, name)
    }
    checkTwice(prices)
    var read: [PublishedTable.Row] = []
    var use: PublishedTable.Use?
    for row in rows[first...] {
      use = self.use(of: row, columns) ?? use
      guard isRowOfPrices(row) else { continue }
      if let row = self.row(row, columns, prices, use, energyUnit) { read.append(row) }
    }
    try findings.throwIfErrors()
    return PublishedTable(columns: prices.map(\.name), rows: read)
  }

  /// Whether a row has a voltage and figures.
  private func isRowOfPrices(_ row: [TableCell]) -> Bool {
    row.contains { $0.text.contains("千伏") || $0.text.lowercased().hasSuffix("kv") }
      && row.filter { (try? Price($0.text)) != nil && !$0.isEmpty }.count >= 2
  }

  /// What each column holds, by the cells above the figures.
  private mutating func columns(above first: Int) -> [PublishedColumn?] {
    let width = rows[...first].map(\.count).max() ?? 0
    // A row with one cell is a title or a date.
    let headings = rows[..<first].reversed().filter { row in
      row.filter { !$0.isEmpty }.count > 1
    }
    return (0..<width).map { column in
      let cells = headings.compactMap { row -> TableCell? in
        guard column < row.count, !row[column].isEmpty else { return nil }
        return row[column]
      }
      if let found = PublishedColumn(headings: cells.map(\.text)) { return found }
      if let cell = cells.first {
        findings.add(
          cell.diagnostic(
            code: "published-column", severity: .warning,
            message:
              """
              the column \(Printable.quote(cell.text)) is none that pages have, and is left \
              out
              """))
      }
      return nil
    }
  }

  /// The unit of energy prices, which the cells above the figures name.
  ///
  /// A heading stands over several columns, and which they are is not in a table of values; a table
  /// of two units is refused.
  private mutating func energyUnit(above first: Int) -> PublishedUnit {
    let named = rows[..<first].joined().compactMap { cell in
      PublishedUnit(heading: cell.text).map { (cell: cell, unit: $0) }
    }
    guard let fen = named.first(where: { $0.unit == .fen }) else { return .yuan }
    let isMixed = named.contains { $0.unit == .yuan }
    findings.add(
      fen.cell.diagnostic(
        code: "published-unit", severity: isMixed ? .error : .warning,
        message: isMixed
          ? "prices of energy are in fen here and in yuan in another heading; one unit is expected"
          : "the prices of energy are in fen; the page has them in yuan, a hundredth of each figure",
        hint: isMixed ? "give all of them in yuan in the sheet" : nil))
    return .fen
  }

  private mutating func checkTwice(_ prices: [(index: Int, name: String)]) {
    for (position, price) in prices.enumerated()
    where prices[..<position].contains(where: { $0.name == price.name }) {
      findings.add(
        Diagnostic(
          file: file, code: "published-column",
          message: "two columns are read as \(Printable.quote(price.name)); one is expected",
          hint: "name the other by what it is, or take it out of the sheet"))
    }
  }

  /// The class of use a row names; a merged cell names it in its first row only.
  private func use(
    of row: [TableCell], _ columns: [PublishedColumn?]
  ) -> PublishedTable.Use? {
    for (cell, column) in zip(row, columns) where column == .use || column == nil {
      if cell.text.contains("两部制") || cell.text.contains("大工业") { return .twoPart }
      if cell.text.contains("单一制") || cell.text.contains("一般工商业") { return .singlePart }
    }
    return nil
  }

  private mutating func row(
    _ row: [TableCell], _ columns: [PublishedColumn?], _ prices: [(index: Int, name: String)],
    _ use: PublishedTable.Use?, _ energyUnit: PublishedUnit
  ) -> PublishedTable.Row? {
    let level = zip(row, columns).first { $0.1 == .voltage }?.0
    guard let level, let voltages = PublishedVoltage.read(level.text) else {
      findings.add(
        (level ?? row[0]).diagnostic(
          code: "published-voltage",
          message: """
            \(Printable.quote(level?.text ?? row[0].text)) is no voltage level as tables \
            name them; 1-10千伏, 35千伏, 110千伏 and so on are expected in the column 电压等级
            """))
      return nil
    }
    guard let use else {
      findings.add(
        level.diagnostic(
          code: "published-use",
          message: """
            the row is under no class of use; 两部制 or 单一制 is expected in a cell of it or \
            above it
            """))
      return nil
    }
    let figures = prices.map { price -> String in
      guard price.index < row.count else { return "-" }
      let isEnergy = price.name != "demand" && price.name != "capacity"
      return figure(row[price.index], in: isEnergy ? energyUnit : .yuan)
    }
    return PublishedTable.Row(use: use, voltages: voltages, figures: figures)
  }

  /// A figure as printed, in yuan.
  private mutating func figure(_ cell: TableCell, in unit: PublishedUnit) -> String {
    if ["", "-", "—", "–", "－", "/", "−", "——"].contains(cell.text) { return "-" }
    do throws(NumberError) {
      _ = try Price(cell.text)
      let text = unit.yuan(cell.text)
      _ = try Price(text)
      return text
    } catch {
      findings.add(cell.diagnostic(code: "number", message: error.sentence, hint: error.advice))
      return cell.text
    }
  }
}
