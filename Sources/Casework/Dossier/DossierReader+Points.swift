import Documents
import Quantities
import Use

extension DossierReader {
  private static let pointHeadings = HeadingVocabulary([
    accountHeading, HeadingEntry("point", ["计量点", "计量点编号", "计量点名称"]),
    HeadingEntry("line", ["线路", "电源", "供电线路"]), HeadingEntry("role", ["类型", "计量点类型", "性质"]),
    HeadingEntry("multiplier", ["倍率", "综合倍率"]), HeadingEntry("metering_side", ["计量方式"]),
    HeadingEntry("sub_method", ["定比定量", "分表方式", "扣减方式"]),
    HeadingEntry("sub_value", ["定比定量值", "比例或电量"]),
    HeadingEntry("taken_from", ["扣减时段", "扣减自"]), HeadingEntry("tariff", ["电价", "电价代码"]),
    HeadingEntry("voltage", ["电压等级", "供电电压"]),
    HeadingEntry("in_power_factor_base", ["参与力调", "参与功率因数调整"]),
    HeadingEntry("line_loss_percent", ["线损率", "线路损耗率"]),
  ])

  private enum Role { case main, sub, parallel }
  private enum Method { case meter, ratio, quantity }

  private static let roleWords = CellWords<Role>(
    "role",
    [
      ("main", .main, ["总表", "主表", "主"]), ("sub", .sub, ["分表", "子表", "套表"]),
      ("parallel", .parallel, ["并列", "并行"]),
    ])
  private static let methodWords = CellWords<Method>(
    "sub_method",
    [
      ("meter", .meter, ["装表", "实抄", "套减"]), ("ratio", .ratio, ["定比"]),
      ("quantity", .quantity, ["定量"]),
    ])
  private static let takingWords = CellWords<SubMeter.Taking>(
    "taken_from",
    [("flat", .flat, ["平段", "平"]), ("pro-rata", .proRata, ["按比例", "各时段", "分摊"])])
  private static let sideWords = CellWords<Account.MeteringSide>(
    "metering_side", [("hv", .highVoltage, ["高供高计", "高计"]), ("lv", .lowVoltage, ["高供低计", "低计"])])
  private static let pointBase = CellWords.yesOrNo("in_power_factor_base")
  private static let pointCode = "point-value"

  /// Reads `points.csv`: main meters, which set how their account is metered, and sub-meters.
  mutating func readPoints(_ path: String, into roll: inout AccountRoll) {
    let rows = accountRows(
      path, Self.pointHeadings, required: ["point", "role"], of: roll, code: "point")
    var firstRows: [String: [String: Int]] = [:]
    var mainRows: [String: [TableRow]] = [:]
    for (row, id) in rows {
      problems.subject = id
      guard let name = needed(row, "point", code: Self.pointCode), let account = roll.account(id)
      else { continue }
      if let earlier = firstRows[id]?[name.text] {
        problems.add(
          name.diagnostic(
            code: "point-twice",
            message: """
              point \(Printable.quote(name.text)) of account \(Printable.quote(id)) \
              stands a second time; first in line \(earlier)
              """))
        continue
      }
      firstRows[id, default: [:]][name.text] = row.line
      let line = row.filled("line").flatMap { self.line($0, of: account, code: "point-line") }
      let factor = row.filled("multiplier").flatMap { multiplier($0, code: Self.pointCode) }
      let role = needed(row, "role", code: Self.pointCode)
        .flatMap { word($0, Self.roleWords, code: Self.pointCode) }
      if role == .main { mainRows[id, default: []].append(row) }
      if role == .sub, let meter = subMeter(row, name.text) {
        roll.change(id) { $0.subMeters.append(meter) }
      }
      if role == .parallel, let meter = parallelMeter(row, name.text) {
        roll.change(id) { $0.subMeters.append(meter) }
      }
      roll.meters[id, default: AccountMeters()].points.append(
        AccountMeters.Point(id: name.text, line: line, isMain: role == .main, multiplier: factor))
    }
    for (id, mains) in mainRows.sorted(by: { $0.key < $1.key }) {
      applyMainPoints(mains, of: id, to: &roll)
    }
  }

  private mutating func subMeter(_ row: TableRow, _ name: String) -> SubMeter? {
    let tariff = row.filled("tariff")
    if tariff == nil {
      problems.add(
        row.diagnostic(
          code: Self.pointCode,
          message:
            "sub-meter \(Printable.quote(name)) has no tariff, by which its energy is billed",
          hint: "`tariffwise tariffs` lists the ids there are"))
    }
    let measure = measure(row)
    let taking = word(row, Self.takingWords, empty: .proRata, code: Self.pointCode)
    let inBase = word(row, Self.pointBase, empty: false, code: Self.pointCode)
    let voltage = voltage(row)
    // A sub-meter is taken off as it is read: nothing is lost between it and itself.
    _ = word(row, Self.sideWords, empty: .highVoltage, code: Self.pointCode)
    refuse(
      row, ["line_loss_percent"], code: Self.pointCode,
      because: "losses are added to the main meter's energy only",
      hint: "leave it empty for a sub-meter")
    guard let tariff, let measure, let taking, let inBase else { return nil }
    return SubMeter(
      id: name, measure: measure, takenFrom: taking, tariff: tariff.text, voltage: voltage,
      isInPowerFactorBase: inBase)
  }

  /// A point beside the main meter: it is read, and takes nothing from it.
  private mutating func parallelMeter(_ row: TableRow, _ name: String) -> SubMeter? {
    guard let meter = subMeter(row, name) else { return nil }
    guard meter.measure == .meter else {
      problems.add(
        (row["sub_method"] ?? row["role"])?.diagnostic(
          code: "point-parallel",
          message:
            """
            point \(Printable.quote(name)) is parallel to the main meter and needs a meter of \
            its own; a share or a quantity is of what the main meter counts
            """,
          hint: "leave sub_method empty, and give its readings with point \(name)")
          ?? row.diagnostic(code: "point-parallel", message: "a parallel point needs a meter"))
      return nil
    }
    return SubMeter(
      id: meter.id, measure: .meter, takenFrom: .none, tariff: meter.tariff,
      voltage: meter.voltage, isInPowerFactorBase: meter.isInPowerFactorBase)
  }

  private mutating func measure(_ row: TableRow) -> SubMeter.Measure? {
    let method = word(row, Self.methodWords, empty: .meter, code: Self.pointCode)
    let value = row.filled("sub_value")
    switch (method, value) {
    case (.meter, nil): return .meter
    case (.meter, _):
      refuse(
        row, ["sub_value"], code: Self.pointCode, because: "a sub-meter that is read has none",
        hint: "write ratio or quantity in sub_method, or leave sub_value empty")
    case (.ratio, let cell?):
      return share(cell, code: Self.pointCode).map { .ratio($0) }
    case (.quantity, let cell?): return energy(cell).map { .quantity($0) }
    case (.ratio, nil), (.quantity, nil):
      problems.add(
        row.diagnostic(
          code: Self.pointCode, message: "the row has no sub_value",
          hint: "a percentage for ratio, kWh a month for quantity"))
    case (nil, _): return nil
    }
    return nil
  }

  private mutating func voltage(_ row: TableRow) -> Voltage? {
    guard let cell = row.filled("voltage") else { return nil }
    return voltage(cell, code: Self.pointCode)
  }

  /// A supply voltage, in any of its names.
  mutating func voltage(_ cell: TableCell, code: String) -> Voltage? {
    if let level = Voltage(cell.text) { return level }
    let names = Voltage.allCases.map(\.rawValue)
    problems.add(
      cell.diagnostic(
        code: code,
        message: """
          voltage is \(Printable.quote(cell.text)), but \
          \(Printable.alternatives(names)) is expected
          """))
    return nil
  }

  /// Sets what main meters say about their account: all of them must say the same.
  private mutating func applyMainPoints(
    _ rows: [TableRow], of id: String, to roll: inout AccountRoll
  ) {
    guard let account = roll.account(id) else { return }
    for row in rows {
      refuse(
        row, ["sub_method", "sub_value", "taken_from", "in_power_factor_base"],
        code: Self.pointCode, because: "only points of role sub have one")
      if let cell = row.filled("tariff"), cell.text != account.tariff {
        problems.add(
          cell.diagnostic(
            code: Self.pointCode,
            message: """
              the main point's tariff is \(Printable.quote(cell.text)), but its account is \
              billed by \(Printable.quote(account.tariff))
              """,
            hint: "leave it empty, or correct accounts.csv"))
      }
      if let cell = row.filled("voltage"), let level = voltage(row) {
        if let own = account.voltage, level != own {
          problems.add(
            cell.diagnostic(
              code: Self.pointCode,
              message: """
                the main point's voltage is \(level.rawValue), but its account's is \
                \(own.rawValue)
                """, hint: "leave it empty, or correct accounts.csv"))
        }
        roll.change(id) { $0.voltage = $0.voltage ?? level }
      }
    }
    if let side = common(
      rows, "metering_side",
      { reader, cell in reader.word(cell, Self.sideWords, code: Self.pointCode) }
    ), request.particulars[.meteringSide] == nil {
      roll.change(id) { $0.meteringSide = side }
    }
    if let loss = common(
      rows, "line_loss_percent", { reader, cell in reader.share(cell, code: Self.pointCode) })
    {
      roll.change(id) { $0.lineLoss = loss }
    }
    // Meters of several multipliers are each read with their own; the account then has none.
    let factors = Set(roll.meters[id]?.mainPoints.map(\.multiplier) ?? [])
    if factors.count == 1, let factor = factors.first ?? nil,
      request.particulars[.multiplier] == nil
    {
      roll.change(id) { $0.multiplier = factor }
    }
  }

  /// What a column says in all rows that fill it; a row that says something else is reported.
  private mutating func common<Value: Equatable>(
    _ rows: [TableRow], _ column: String,
    _ read: (inout DossierReader, TableCell) -> Value?
  ) -> Value? {
    var first: (value: Value, line: Int, text: String)?
    for row in rows {
      guard let cell = row.filled(column), let value = read(&self, cell) else { continue }
      guard let known = first else {
        first = (value, row.line, cell.text)
        continue
      }
      if known.value != value {
        problems.add(
          cell.diagnostic(
            code: Self.pointCode,
            message: """
              \(column) is \(Printable.quote(cell.text)), but \
              \(Printable.quote(known.text)) in line \(known.line), the account's other main point
              """,
            hint: "it is one for the whole account"))
      }
    }
    return first?.value
  }
}
