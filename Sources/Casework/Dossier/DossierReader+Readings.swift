import Documents
import Quantities
import Use

extension DossierReader {
  /// The headings of `readings.csv` beside the registers, which are named after periods.
  private static let readingHeadings = HeadingVocabulary(
    [
      accountHeading, HeadingEntry("month", ["月份", "电费年月"]), HeadingEntry("from", ["起始日期"]),
      HeadingEntry("to", ["截止日期"]), HeadingEntry("line", ["线路", "电源", "供电线路"]),
      HeadingEntry("point", ["计量点", "计量点编号", "计量点名称"]), HeadingEntry("kwh", ["电量"]),
      HeadingEntry("kwh_total", ["总电量", "有功总电量"]),
      HeadingEntry("kwh_sharp", ["尖峰电量", "尖电量"]), HeadingEntry("kwh_peak", ["高峰电量", "峰电量"]),
      HeadingEntry("kwh_flat", ["平段电量", "平电量"]), HeadingEntry("kwh_valley", ["低谷电量", "谷电量"]),
      HeadingEntry("kwh_deep", ["深谷电量"]), HeadingEntry("kwh_export", ["上网电量", "反向有功电量"]),
      HeadingEntry("max_demand_kw", ["最大需量"]), HeadingEntry("max_demand_kva", []),
      HeadingEntry("max_demand_kvar", []),
      HeadingEntry("kvarh_forward", ["正向无功电量", "无功电量"]),
      HeadingEntry("kvarh_reverse", ["反向无功电量"]),
      HeadingEntry("contract_demand_kw", ["合同最大需量"]),
    ] + dialHeadings)

  /// Whether a table holds register readings: it names months, or the days between readings.
  static func isReadings(_ text: SourceText) -> Bool {
    guard let table = try? Table.read(text, vocabulary: readingHeadings) else { return false }
    let names = table.columns.map(\.name)
    return names.contains("month") || (names.contains("from") && names.contains("to"))
  }

  /// Reads `readings.csv`.
  mutating func readReadings(
    _ path: String, sheet: String? = nil, of roll: AccountRoll
  ) -> [String: [MonthlyReading]] {
    let table = problems.collect { () throws(DiagnosticsError) -> Table in
      try Table.read(
        path: path, sheet: sheet, vocabulary: Self.readingHeadings,
        required: roll.single == nil ? ["account"] : [])
    }
    guard let table else { return [:] }
    let rows = ReadingRows(table)
    let columns = readingColumns(of: table)
    var tallies: [String: [Month: MonthTally]] = [:]
    for row in table.rows {
      guard let id = account(of: row, in: roll, code: "reading"), let account = roll.account(id)
      else { continue }
      let meters = roll.meters[id] ?? AccountMeters()
      let place = place(of: row, account, meters)
      let time = time(of: row, account, meters)
      guard let place, let time else { continue }
      let reading = reading(row, columns, time.month, place, account, meters)
      guard let reading else { continue }
      tallies[id, default: [:]][time.month, default: MonthTally(month: time.month)].parts.append(
        MonthTally.Part(
          place: place, span: time.span, reading: reading, rows: rows, index: row.index))
    }
    var readings: [String: [MonthlyReading]] = [:]
    for (id, months) in tallies {
      problems.subject = id
      guard let account = roll.account(id) else { continue }
      for (_, tally) in months.sorted(by: { $0.key < $1.key }) {
        guard let whole = whole(tally, of: account, roll.meters[id] ?? AccountMeters()) else {
          continue
        }
        readings[id, default: []].append(whole)
      }
    }
    return readings
  }

  /// What a row's registers counted.
  private mutating func reading(
    _ row: TableRow, _ columns: ReadingColumns, _ month: Month, _ place: MeterPlace,
    _ account: Account, _ meters: AccountMeters
  ) -> MonthlyReading? {
    var reading = MonthlyReading(month: month)
    for (column, period) in columns.periods where !row[column].isEmpty {
      guard let energy = energy(row[column]) else { continue }
      reading.energy.append(RegisterEnergy(period: period, energy: energy))
    }
    reading.total = row["kwh_total"].flatMap { energy($0) }
    reading.exported = row["kwh_export"].flatMap { energy($0) }
    reading.reactiveForward = row["kvarh_forward"].flatMap { energy($0) }
    reading.reactiveReverse = row["kvarh_reverse"].flatMap { energy($0) }
    readDials(row, columns.dials, multiplier(of: place, account, meters), into: &reading)
    guard !place.isSubMeter else {
      checkSubMeter(reading, row, columns)
      return reading
    }
    if place.line != nil {
      refuse(
        row,
        ["max_demand_kva", "max_demand_kvar", "contract_demand_kw"]
          + columns.windows.map(\.heading),
        code: "reading-line", because: "it is not kept by supply line",
        hint: "a line's contract demand stands in lines.csv; of demand, max_demand_kw is read")
    }
    reading.maximumDemand = row["max_demand_kw"].flatMap { power($0) }
    reading.maximumApparent = row["max_demand_kva"].flatMap { power($0) }
    reading.maximumReactive = row["max_demand_kvar"].flatMap { power($0) }
    reading.contractDemand = row["contract_demand_kw"].flatMap { power($0) }
    for window in columns.windows {
      guard let demand = power(row[window.column]) else { continue }
      reading.windowDemand[window.name] = demand
    }
    return reading
  }

  /// A sub-meter gives its energy to the bill, and nothing else; its demand and reactive energy are
  /// passed over, since the main meter counts them too.
  private mutating func checkSubMeter(
    _ reading: MonthlyReading, _ row: TableRow, _ columns: ReadingColumns
  ) {
    refuse(
      row, ["contract_demand_kw", "kwh_export"], code: "reading-sub",
      because: "of a sub-meter only energy is billed", hint: "leave it empty in this row")
    let total = row.table.columnIndex(of: "kwh_total").map { [$0] } ?? []
    let counted =
      columns.periods.map(\.column) + columns.dials.flatMap { [$0.from, $0.to] } + total
    if counted.allSatisfy({ row[$0].isEmpty }) {
      problems.add(
        row.diagnostic(
          code: "reading-sub", message: "the sub-meter's row has no energy",
          hint: "fill in kwh_total; zero is a reading too"))
    }
  }
}
