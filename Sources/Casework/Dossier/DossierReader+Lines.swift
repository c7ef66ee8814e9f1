import Documents
import Quantities
import Use

extension DossierReader {
  private static let lineHeadings = HeadingVocabulary([
    accountHeading, HeadingEntry("line", ["线路", "电源", "受电点", "供电线路"]),
    HeadingEntry("capacity_kva", ["容量", "受电容量", "运行容量"]),
    HeadingEntry("hv_motors_kw", ["高压电动机容量"]),
    HeadingEntry("contract_demand_kw", ["合同最大需量", "需量核定值"]),
    HeadingEntry("standby", ["备用", "备用方式", "备用状态"]),
  ])

  private static let standbyWords = CellWords<TransformerSet.Standby>(
    "standby",
    [("none", .none, ["无", "主供"]), ("hot", .hot, ["热备用"]), ("cold", .cold, ["冷备用"])])

  /// Reads `lines.csv`: the supply lines of accounts that have several.
  mutating func readLines(_ path: String, into roll: inout AccountRoll) {
    let rows = accountRows(
      path, Self.lineHeadings, required: ["line", "capacity_kva"], of: roll, code: "line")
    var firstRows: [String: [String: Int]] = [:]
    for (row, account) in rows {
      problems.subject = account
      guard let name = needed(row, "line", code: "line-value") else { continue }
      if let earlier = firstRows[account]?[name.text] {
        problems.add(
          name.diagnostic(
            code: "line-twice",
            message: """
              line \(Printable.quote(name.text)) of account \(Printable.quote(account)) \
              stands a second time; first in line \(earlier) of the file
              """))
        continue
      }
      firstRows[account, default: [:]][name.text] = row.line
      let capacity = needed(row, "capacity_kva", code: "line-value").flatMap { self.power($0) }
      let motors = row.filled("hv_motors_kw").flatMap { self.power($0) }
      let contract = row.filled("contract_demand_kw").flatMap { self.power($0) }
      let standby = word(row, Self.standbyWords, empty: .none, code: "line-value")
      // A line that could not be read is kept under its name, so that other tables can refer to it;
      // the error keeps it from being billed.
      let line = SupplyLine(
        id: name.text, capacity: capacity ?? .zero, highVoltageMotors: motors ?? .zero,
        contractDemand: contract, standby: standby ?? .none)
      roll.change(account) { $0.lines.append(line) }
    }
  }

  /// The name of a line of an account, as another table gives it.
  mutating func line(_ cell: TableCell, of account: Account, code: String) -> String? {
    if account.lines.contains(where: { $0.id == cell.text }) { return cell.text }
    problems.add(
      cell.diagnostic(
        code: code,
        message: """
          line \(Printable.quote(cell.text)) of account \(Printable.quote(account.id)) \
          does not stand in lines.csv
          """,
        hint: Self.hint(for: cell.text, in: account.lines.map(\.id))
          ?? (account.lines.isEmpty
            ? "list the account's supply lines in lines.csv, or leave the column empty"
            : "its lines are \(account.lines.map(\.id).joined(separator: ", "))")))
    return nil
  }
}
