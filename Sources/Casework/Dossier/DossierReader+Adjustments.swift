import Documents
import Quantities
import Use

extension DossierReader {
  private static let adjustmentHeadings = HeadingVocabulary([
    accountHeading, HeadingEntry("month", ["月份", "电费年月"]),
    HeadingEntry("charge", ["项目", "名称", "费用名称"]), HeadingEntry("kwh", ["电量", "退补电量"]),
    HeadingEntry("price", ["单价", "电价"]), HeadingEntry("amount", ["金额", "电费"]),
    HeadingEntry("in_power_factor_base", ["参与力调", "参与功率因数调整"]),
  ])

  private static let adjustmentBase = CellWords.yesOrNo("in_power_factor_base")

  /// Reads `adjustments.csv`: lines of single months that no tariff knows.
  mutating func readAdjustments(_ path: String, into roll: inout AccountRoll) {
    let rows = accountRows(
      path, Self.adjustmentHeadings, required: ["month", "charge"], of: roll, code: "adjustment")
    for (row, account) in rows {
      problems.subject = account
      let month = needed(row, "month", code: "adjustment-value")
        .flatMap { self.month($0, code: "adjustment-value") }
      let charge = needed(row, "charge", code: "adjustment-value")
      let value = adjustmentValue(row)
      let inBase = word(row, Self.adjustmentBase, empty: false, code: "adjustment-value")
      guard let month, let charge, let value, let inBase else { continue }
      // Bills print the line as adjustment/<name>, and people copy it from there.
      let prefix = "adjustment/"
      let name =
        charge.text.hasPrefix(prefix) ? String(charge.text.dropFirst(prefix.count)) : charge.text
      roll.change(account) {
        $0.adjustments.append(
          Adjustment(month: month, name: name, value: value, isInPowerFactorBase: inBase))
      }
    }
  }

  private mutating func adjustmentValue(_ row: TableRow) -> Adjustment.Value? {
    let (energy, price) = (row.filled("kwh"), row.filled("price"))
    switch (energy, price, row.filled("amount")) {
    case (nil, nil, let amount?):
      return number(amount) { text throws(NumberError) in .amount(try Money(text)) }
    case (let energy?, let price?, nil):
      let quantity = number(energy) { text throws(NumberError) in try Quantity(text) }
      let each = number(price) { text throws(NumberError) in try Price(text) }
      guard let quantity, let each else { return nil }
      return .energy(quantity, price: each)
    case (nil, nil, nil):
      problems.add(
        row.diagnostic(
          code: "adjustment-value", message: "the row has neither an amount nor kwh and price"))
    case (_, _, let amount?):
      problems.add(
        amount.diagnostic(
          code: "adjustment-value",
          message: "the row has an amount, and \(energy == nil ? "a price" : "kwh") too",
          hint: "give either the amount, or kwh and price"))
    case (let given, _, nil):
      problems.add(
        (given ?? price)?.diagnostic(
          code: "adjustment-value",
          message: given == nil
            ? "the row has a price but no kwh" : "the row has kwh but no price",
          hint: "give both, or the amount")
          ?? row.diagnostic(code: "adjustment-value", message: "the row has no amount"))
    }
    return nil
  }
}
