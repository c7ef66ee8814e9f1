import Documents
import Quantities
import Use

extension DossierReader {
  /// A row and the account it is about.
  typealias AccountRow = (row: TableRow, account: String)

  /// The heading of the account in every table.
  static let accountHeading = HeadingEntry("account", ["户号", "用户编号", "客户编号", "account_id"])

  /// Reads a table of the accounts of a dossier; rows about nobody are left out and reported.
  ///
  /// - Parameters:
  ///   - path: The table.
  ///   - vocabulary: Its headings.
  ///   - required: Columns there must be, beside the account's where there are several accounts.
  ///   - roll: The accounts there are.
  ///   - code: What diagnostics of the table are called by, such as `line`.
  /// - Returns: The rows that are about an account there is.
  mutating func accountRows(
    _ path: String, _ vocabulary: HeadingVocabulary, required: [String], of roll: AccountRoll,
    code: String
  ) -> [AccountRow] {
    let table = problems.collect { () throws(DiagnosticsError) -> Table in
      try Table.read(
        path: path, vocabulary: vocabulary,
        required: (roll.single == nil ? ["account"] : []) + required)
    }
    guard let table else { return [] }
    return table.rows.compactMap { row in
      account(of: row, in: roll, code: code).map { (row, $0) }
    }
  }

  /// The account a row is about.
  mutating func account(
    of row: TableRow, in roll: AccountRoll, code: String
  ) -> String? {
    problems.subject = nil
    guard let cell = row.filled("account") else {
      if let single = roll.single {
        problems.subject = single
        return single
      }
      problems.add(
        row.diagnostic(
          code: "\(code)-account", message: "the row names no account",
          hint: "accounts.csv holds several, so every row must say whose it is"))
      return nil
    }
    if roll.holds(cell.text) {
      problems.subject = cell.text
      return cell.text
    }
    problems.add(
      cell.diagnostic(
        code: "\(code)-account",
        message: "account \(Printable.quote(cell.text)) does not stand in accounts.csv",
        hint: Self.hint(for: cell.text, in: roll.names)))
    return nil
  }

  /// The name that was probably meant.
  ///
  /// Of names of one letter any is as near as another, and among a thousand numbers there is always
  /// one that is near.
  static func hint(for name: String, in names: [String]) -> Message? {
    guard name.count > 1, names.count <= 1000 else { return nil }
    return Suggestion.hint(for: name, in: names)
  }

  /// The cell of a column a row cannot do without.
  mutating func needed(
    _ row: TableRow, _ column: String, code: String, hint: Message? = nil
  ) -> TableCell? {
    if let cell = row.filled(column) { return cell }
    problems.add(row.diagnostic(code: code, message: "the row has no \(column)", hint: hint))
    return nil
  }

  /// Reports a value that stands where it can mean nothing.
  mutating func refuse(
    _ row: TableRow, _ columns: [String], code: String, because reason: Message,
    hint: Message? = nil
  ) {
    for column in columns {
      guard let cell = row.filled(column) else { continue }
      problems.add(
        cell.diagnostic(
          code: code,
          message: "\(Printable.quote(cell.text)) was read as \(column), but \(reason)", hint: hint)
      )
    }
  }
}
