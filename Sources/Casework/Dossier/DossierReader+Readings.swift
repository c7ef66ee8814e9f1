import Documents
import Quantities
import Use

extension DossierReader {
  /// The headings of `readings.csv` beside the registers, which are named after periods.
  private static let readingHeadings = HeadingVocabulary([
    HeadingEntry("account", ["户号", "用户编号", "客户编号"]),
    HeadingEntry("month", ["月份", "电费年月"]), HeadingEntry("from", ["起始日期"]),
    HeadingEntry("to", ["截止日期"]), HeadingEntry("kwh", ["电量"]),
    HeadingEntry("kwh_total", ["总电量", "有功总电量"]),
    HeadingEntry("kwh_sharp", ["尖峰电量", "尖电量"]), HeadingEntry("kwh_peak", ["高峰电量", "峰电量"]),
    HeadingEntry("kwh_flat", ["平段电量", "平电量"]), HeadingEntry("kwh_valley", ["低谷电量", "谷电量"]),
    HeadingEntry("kwh_deep", ["深谷电量"]), HeadingEntry("max_demand_kw", ["最大需量"]),
    HeadingEntry("max_demand_kva", []), HeadingEntry("kvarh_forward", ["正向无功电量", "无功电量"]),
    HeadingEntry("kvarh_reverse", ["反向无功电量"]),
    HeadingEntry("contract_demand_kw", ["合同最大需量"]),
  ])

  /// Whether a table holds register readings: it names months, or the days between readings.
  static func isReadings(_ text: SourceText) -> Bool {
    guard let table = try? Table.read(text, vocabulary: readingHeadings) else { return false }
    let names = table.columns.map(\.name)
    return names.contains("month") || (names.contains("from") && names.contains("to"))
  }

  /// Reads `readings.csv`.
  ///
  /// Rows that name no account are of `single`; `known` are the accounts there are, nothing where
  /// any is welcome.
  mutating func readReadings(
    _ path: String, known: Set<String>?, single: String?
  ) -> [String: [MonthlyReading]] {
    let table = problems.collect { () throws(DiagnosticsError) -> Table in
      try Table.read(
        try SourceText.read(path), vocabulary: Self.readingHeadings,
        required: single == nil ? ["account"] : [])
    }
    guard let table else { return [:] }
    let registers = registers(of: table)
    var readings: [String: [MonthlyReading]] = [:]
    for row in table.rows {
      let named = row["account"]?.text ?? ""
      guard let account = named.isEmpty ? single : named else {
        problems.add(row.diagnostic(code: "reading-account", message: "the row names no account"))
        continue
      }
      if let known, !known.contains(account), let cell = row["account"] {
        problems.add(
          cell.diagnostic(
            code: "reading-account",
            message: "account \(Printable.quote(account)) does not stand in accounts.csv",
            hint: Suggestion.hint(for: account, in: known)))
        continue
      }
      guard let reading = reading(row, registers) else { continue }
      if readings[account]?.contains(where: { $0.month == reading.month }) ?? false {
        problems.add(
          row.diagnostic(
            code: "reading-twice",
            message: "\(reading.month) of account \(Printable.quote(account)) is read a second time"
          ))
        continue
      }
      readings[account, default: []].append(reading)
    }
    return readings.mapValues { $0.sorted { $0.month < $1.month } }
  }

  /// Columns that count a period, by position.
  private func registers(of table: Table) -> [(column: Int, period: PeriodName)] {
    table.columns.enumerated().compactMap { index, column in
      if column.name == "kwh" { return (index, .all) }
      guard column.name.hasPrefix("kwh_"), column.name != "kwh_total" else { return nil }
      return (index, PeriodName(String(column.name.dropFirst(4))))
    }
  }

  private mutating func reading(
    _ row: TableRow, _ registers: [(column: Int, period: PeriodName)]
  ) -> MonthlyReading? {
    guard let month = month(row) else { return nil }
    var reading = MonthlyReading(month: month)
    for (column, period) in registers where !row[column].isEmpty {
      guard let energy = energy(row[column]) else { continue }
      reading.energy.append(RegisterEnergy(period: period, energy: energy))
    }
    reading.total = row["kwh_total"].flatMap { energy($0) }
    reading.maximumDemand = row["max_demand_kw"].flatMap { power($0) }
    reading.maximumApparent = row["max_demand_kva"].flatMap { power($0) }
    reading.reactiveForward = row["kvarh_forward"].flatMap { energy($0) }
    reading.reactiveReverse = row["kvarh_reverse"].flatMap { energy($0) }
    reading.contractDemand = row["contract_demand_kw"].flatMap { power($0) }
    let windows = row.table.columns.enumerated().filter {
      $0.element.name.hasPrefix("max_demand_kw_")
    }
    for (index, column) in windows {
      guard let demand = power(row[index]) else { continue }
      reading.windowDemand[String(column.name.dropFirst("max_demand_kw_".count))] = demand
    }
    return reading
  }

  private mutating func month(_ row: TableRow) -> Month? {
    if let cell = row["month"], !cell.isEmpty {
      if let month = Month(iso: cell.text) { return month }
      problems.add(
        cell.diagnostic(
          code: "reading-month",
          message: "\(Printable.quote(cell.text)) is not a month; the form 2026-01 is expected"))
      return nil
    }
    guard let from = row["from"], let to = row["to"] else {
      problems.add(
        row.diagnostic(
          code: "reading-month", message: "the row names no month",
          hint: "give a column month, or columns from and to"))
      return nil
    }
    guard let first = CalendarDate(iso: from.text), let last = CalendarDate(iso: to.text) else {
      problems.add(
        from.diagnostic(
          code: "reading-month",
          message:
            "\(Printable.quote(from.text)) to \(Printable.quote(to.text)) are not dates; the form 2026-01-31 is expected"
        ))
      return nil
    }
    guard first == first.month.firstDay, last == first.month.lastDay else {
      problems.add(
        from.diagnostic(
          code: "reading-period",
          message: "\(first) to \(last) is not a calendar month, and only those are billed",
          hint: "give the readings of calendar months"))
      return nil
    }
    return first.month
  }

  private mutating func energy(_ cell: TableCell) -> Energy? {
    guard !cell.isEmpty else { return nil }
    return number(cell) { text throws(NumberError) in
      let energy = try Energy(kilowattHours: text)
      guard energy >= .zero else { throw .negative(text: text) }
      return energy
    }
  }

  private mutating func power(_ cell: TableCell) -> Power? {
    guard !cell.isEmpty else { return nil }
    return number(cell) { text throws(NumberError) in
      let power = try Power(text)
      guard !power.isNegative else { throw .negative(text: text) }
      return power
    }
  }

  /// Reads a cell, or keeps what is wrong with it.
  mutating func number<Value>(
    _ cell: TableCell, _ read: (String) throws(NumberError) -> Value
  ) -> Value? {
    do throws(NumberError) {
      return try read(cell.text)
    } catch {
      problems.add(cell.diagnostic(code: "number", message: error.message, hint: error.hint))
      return nil
    }
  }
}
