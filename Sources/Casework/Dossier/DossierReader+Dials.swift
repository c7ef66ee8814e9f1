import Documents
import Quantities
import Use

extension DossierReader {
  /// The headings of dial readings; further periods are understood by their English names.
  static let dialHeadings: [HeadingEntry] = dialWords.flatMap { name, words in
    [
      HeadingEntry("from_\(name)", words.flatMap { ["\($0)起码", "\($0)上次示数"] }),
      HeadingEntry("to_\(name)", words.flatMap { ["\($0)止码", "\($0)本次示数"] }),
    ]
  }

  /// What registers are called on Chinese account sheets.
  private static let dialWords: [(String, [String])] = [
    ("total", ["总", "有功总"]), ("sharp", ["尖峰", "尖"]), ("peak", ["高峰", "峰"]),
    ("flat", ["平段", "平"]), ("valley", ["低谷", "谷"]), ("deep", ["深谷"]),
    ("kvarh_forward", ["正向无功", "无功"]), ("kvarh_reverse", ["反向无功"]),
    ("export", ["上网", "反向有功"]),
  ]

  /// As much as a column of energy may hold: ten digits before the point.
  private static let mostEnergy = Energy(kilowattHours: 9_999_999_999)

  /// The columns of a table that are found by what they are called.
  mutating func readingColumns(of table: Table) -> ReadingColumns {
    var columns = ReadingColumns()
    for (index, column) in table.columns.enumerated() {
      let name = column.name
      if name == "kwh" {
        columns.periods.append((index, .all))
      } else if name.hasPrefix("kwh_"), name != "kwh_total", name != "kwh_export" {
        columns.periods.append((index, PeriodName(String(name.dropFirst(4)))))
      } else if name.hasPrefix("max_demand_kw_") {
        columns.windows.append(
          ReadingColumns.Window(
            column: index, heading: name, name: String(name.dropFirst("max_demand_kw_".count))))
      } else if name.hasPrefix("from_") {
        let register = String(name.dropFirst(5))
        guard let to = table.columnIndex(of: "to_\(register)") else {
          problems.add(unpaired(table.heading(ofColumn: index), "to_\(register)"))
          continue
        }
        let meaning = DialRegister(register)
        columns.dials.append(
          DialColumns(
            from: index, to: to, name: register, register: meaning,
            counted: table.columnIndex(of: meaning.countedColumn)))
      } else if name.hasPrefix("to_"), table.columnIndex(of: "from_\(name.dropFirst(3))") == nil {
        problems.add(unpaired(table.heading(ofColumn: index), "from_\(name.dropFirst(3))"))
      }
    }
    return columns
  }

  private func unpaired(_ heading: TableCell, _ other: String) -> Diagnostic {
    heading.diagnostic(
      code: "dial-column",
      message: """
        the column \(Printable.quote(heading.text)) was read, but there is no column \
        \(Printable.quote(other))
        """,
      hint: "a dial's energy is the difference of two readings")
  }

  /// Adds what a row's dials counted.
  mutating func readDials(
    _ row: TableRow, _ dials: [DialColumns], _ multiplier: DialMultiplier,
    into reading: inout MonthlyReading
  ) {
    var isReported = false
    for dial in dials {
      let (from, to) = (row[dial.from], row[dial.to])
      if from.isEmpty, to.isEmpty { continue }
      guard !from.isEmpty, !to.isEmpty else {
        let (given, missing) = from.isEmpty ? (to, "from") : (from, "to")
        problems.add(
          given.diagnostic(
            code: "dial-half",
            message: """
              \(Printable.quote(given.text)) was read, but the row has no \
              \(missing)_\(dial.name)
              """, hint: "fill in both readings, or neither"))
        continue
      }
      if let column = dial.counted, !row[column].isEmpty {
        problems.add(
          row[column].diagnostic(
            code: "dial-twice",
            message: """
              the row has \(dial.register.countedColumn), and dial readings of \
              \(dial.name) too
              """, hint: "keep one of the two"))
        continue
      }
      guard let counted = difference(from, to, dial) else { continue }
      switch multiplier {
      case .known(let factor):
        let energy = counted.scaled(by: factor.units, over: Rate.unitsPerOne)
        guard energy <= Self.mostEnergy else {
          problems.add(
            to.diagnostic(
              code: "dial-large",
              message:
                """
                \(dial.name) counted \(counted), and times the multiplier \(factor) that is \
                larger than any figure on a bill
                """,
              hint: "is the multiplier that of this meter?"))
          continue
        }
        set(dial.register, to: energy, in: &reading)
      case .unknown(let reason, let hint):
        // One sentence about the row is enough; every dial of it needs the same multiplier.
        if !isReported {
          problems.add(row.diagnostic(code: "dial-multiplier", message: reason, hint: hint))
        }
        isReported = true
      }
    }
  }

  /// What a dial counted, before the multiplier.
  private mutating func difference(
    _ from: TableCell, _ to: TableCell, _ dial: DialColumns
  ) -> Energy? {
    let (first, second) = (energy(from), energy(to))
    guard let first, let second else { return nil }
    if let counted = DialDifference.between(from.text, first, second) { return counted }
    problems.add(
      to.diagnostic(
        code: "dial-backwards",
        message: """
          to_\(dial.name) is \(to.text), less than from_\(dial.name), \(from.text), and a \
          dial that ends at \(DialDifference.end(of: from.text)) cannot have passed its end \
          between them
          """,
        hint: """
          was the meter exchanged? then give the old and the new meter a row each, and \
          events.csv a row meter-change
          """))
    return nil
  }

  private func set(_ register: DialRegister, to energy: Energy, in reading: inout MonthlyReading) {
    switch register {
    case .period(let period):
      reading.energy.append(RegisterEnergy(period: period, energy: energy))
    case .total: reading.total = energy
    case .export: reading.exported = energy
    case .reactiveForward: reading.reactiveForward = energy
    case .reactiveReverse: reading.reactiveReverse = energy
    }
  }

  /// By what the dials of a place are multiplied.
  func multiplier(
    of place: MeterPlace, _ account: Account, _ meters: AccountMeters
  ) -> DialMultiplier {
    if let name = place.point, let point = meters.points.first(where: { $0.id == name }) {
      if let own = point.multiplier { return .known(own) }
      if point.isMain || account.multiplier == .one { return .known(account.multiplier) }
      return .unknown(
        reason: "sub-meter \(Printable.quote(name)) has no multiplier, so its dials cannot be read",
        hint: """
          the account's \(account.multiplier) is the main meter's; give the sub-meter its own \
          in points.csv, 1 where it has no transformers
          """)
    }
    let main = meters.mainPoints.filter {
      place.line == nil || $0.line == nil || $0.line == place.line
    }
    let factors = Set(main.map { $0.multiplier ?? account.multiplier })
    guard factors.count > 1 else { return .known(factors.first ?? account.multiplier) }
    return .unknown(
      reason: "the row names no point, but the account's main points have different multipliers",
      hint: "add a column point; there are \(main.map(\.id).joined(separator: ", "))")
  }
}
