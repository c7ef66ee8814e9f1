import Documents
import Quantities

extension DossierReader {
  private static let issuedHeadings = HeadingVocabulary([
    accountHeading, HeadingEntry("month", ["月份", "电费年月"]),
    HeadingEntry("charge", ["项目", "费用名称", "电费项目"]),
    HeadingEntry("amount", ["金额", "电费", "应收电费"]),
    HeadingEntry("kwh", ["电量", "计费电量"]),
  ])

  /// Reads `issued.csv`: what the utility has billed, for holding our bills against.
  mutating func readIssued(_ path: String, of roll: AccountRoll) -> [IssuedLine] {
    let rows = accountRows(
      path, Self.issuedHeadings, required: ["month", "charge", "amount"], of: roll, code: "issued")
    return rows.compactMap { row, account in
      problems.subject = account
      let month = needed(row, "month", code: "issued-value")
        .flatMap { self.month($0, code: "issued-value") }
      let charge = needed(row, "charge", code: "issued-value")
      let place = needed(row, "amount", code: "issued-value")
      let amount = place.flatMap {
        number($0) { text throws(NumberError) in try Money(text) }
      }
      // Below zero where energy is given back.
      let energy = row.filled("kwh").flatMap { cell in
        number(cell) { text throws(NumberError) in try Energy(kilowattHours: text) }
      }
      guard let month, let charge, let place, let amount else { return nil }
      return IssuedLine(
        account: account, month: month, charge: charge.text, amount: amount, energy: energy,
        place: place)
    }
  }
}
