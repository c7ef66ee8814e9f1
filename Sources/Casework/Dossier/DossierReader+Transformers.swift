import Documents
import Quantities
import Use

extension DossierReader {
  private static let transformerHeadings = HeadingVocabulary([
    accountHeading, HeadingEntry("id", ["编号", "变压器", "变压器编号", "名称"]),
    HeadingEntry("kva", ["容量", "额定容量", "变压器容量", "capacity_kva"]),
    HeadingEntry("line", ["线路", "电源", "供电线路"]), HeadingEntry("type", ["型号", "变压器型号"]),
    HeadingEntry("state", ["状态", "运行状态"]), HeadingEntry("p0_kw", ["空载损耗"]),
    HeadingEntry("pk_kw", ["负载损耗", "短路损耗"]),
    HeadingEntry("i0_percent", ["空载电流", "空载电流百分比"]),
    HeadingEntry("uk_percent", ["短路阻抗", "阻抗电压", "短路电压"]),
  ])

  private static let stateWords = CellWords<TransformerSet.Standby>(
    "state",
    [
      ("in-use", .none, ["运行", "在用", "使用", "none"]), ("hot", .hot, ["热备用"]),
      ("cold", .cold, ["冷备用", "停用", "封停"]),
    ])

  /// Reads `transformers.csv`: transformers one by one, each a group of its own.
  mutating func readTransformers(_ path: String, into roll: inout AccountRoll) {
    let rows = accountRows(
      path, Self.transformerHeadings, required: ["id", "kva"], of: roll, code: "transformer")
    var firstRows: [String: [String: Int]] = [:]
    for (row, account) in rows {
      problems.subject = account
      guard let name = needed(row, "id", code: "transformer-value") else { continue }
      if let earlier = firstRows[account]?[name.text] {
        problems.add(
          name.diagnostic(
            code: "transformer-twice",
            message: """
              transformer \(Printable.quote(name.text)) of account \
              \(Printable.quote(account)) stands a second time; first in line \(earlier)
              """,
            hint: "events tell transformers by their id, so give each its own"))
        continue
      }
      firstRows[account, default: [:]][name.text] = row.line
      if let cell = row.filled("line"), let owner = roll.account(account) {
        _ = line(cell, of: owner, code: "transformer-line")
      }
      let rating = needed(row, "kva", code: "transformer-value")
        .flatMap { capacity($0, code: "transformer-value") }
      let state = word(row, Self.stateWords, empty: .none, code: "transformer-value")
      let plate = losses(row)
      // A unit without a legible rating is kept under its name, so that events can refer to it; the
      // error keeps it from being billed.
      roll.change(account) {
        $0.units.append(
          InstalledUnit(
            id: name.text, capacity: rating ?? .zero, group: $0.units.count,
            standby: state ?? .none, losses: plate))
      }
    }
  }

  /// What the plate says of losses; nothing where it says nothing.
  private mutating func losses(_ row: TableRow) -> InstalledUnit.Losses? {
    let load = row.filled("pk_kw").flatMap { self.power($0) }
    let current = row.filled("i0_percent").flatMap { share($0, code: "transformer-value") }
    let voltage = row.filled("uk_percent").flatMap { share($0, code: "transformer-value") }
    guard let cell = row.filled("p0_kw") else {
      let rest = ["pk_kw", "i0_percent", "uk_percent"].first { row.filled($0) != nil }
      if let rest, let cell = row.filled(rest) {
        problems.add(
          cell.diagnostic(
            code: "transformer-losses", message: "the row has \(rest) but no p0_kw",
            hint: "losses are reckoned from the no-load loss on; fill in p0_kw, or leave all empty")
        )
      }
      return nil
    }
    return power(cell).map {
      InstalledUnit.Losses(
        noLoad: $0, load: load, noLoadCurrent: current, shortCircuitVoltage: voltage)
    }
  }
}
