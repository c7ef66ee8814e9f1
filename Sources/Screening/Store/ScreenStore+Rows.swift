import Casework
import Documents
import GRDB
import Quantities
import Use

extension ScreenStore {
  /// The columns of an account, in the order in which they are written and read.
  private static let columns = [
    "account", "name", "industry", "voltage", "tariff", "error", "currency", "money_digits",
    "months", "incomplete_months", "energy_kwh", "total", "average_price", "basic_share",
    "load_ratio", "load_factor", "valley_share", "power_factor", "max_demand_kw", "capacity_kva",
    "best_lever", "best_lever_to", "saving", "saving_of_an_even_load",
  ]
  /// Columns that are worked out of the others.
  private static let derived = [
    "is_suspect", "total_steps", "saving_steps", "price_steps", "place", "run",
  ]

  /// The rows that are kept, in the order of the accounts' numbers.
  package func rows() throws(DiagnosticsError) -> [ScreenRow] {
    try flush()
    return try read { database in
      let codes = try children(database, "SELECT account, code FROM findings") { $0.text(1) }
      let extras = try children(database, "SELECT account, heading, value FROM extras") {
        row -> DossierAccount.Extra? in
        guard let heading = row.text(1), let value = row.text(2) else { return nil }
        return DossierAccount.Extra(heading: heading, value: value)
      }
      let cursor = try Row.fetchCursor(
        database,
        sql: "SELECT \(Self.columns.joined(separator: ", ")) FROM accounts ORDER BY account")
      var rows: [ScreenRow] = []
      while let row = try cursor.next() {
        guard let read = Self.row(row, codes, extras) else { throw StoreFault.corrupt(path) }
        rows.append(read)
      }
      return rows
    }
  }

  /// Writes rows, each with all that belongs to it; what was made of all rows together is void.
  func insert(_ rows: [Pending], read: Int, into database: Database) throws {
    let names = Self.columns + Self.derived
    let places = [String](repeating: "?", count: names.count).joined(separator: ", ")
    let drop = try database.cachedStatement(sql: "DELETE FROM accounts WHERE account = ?")
    let account = try database.cachedStatement(
      sql: "INSERT INTO accounts (\(names.joined(separator: ", "))) VALUES (\(places))")
    let finding = try database.cachedStatement(
      sql: "INSERT INTO findings (account, position, code) VALUES (?, ?, ?)")
    let extra = try database.cachedStatement(
      sql: "INSERT INTO extras (account, position, heading, value) VALUES (?, ?, ?, ?)")
    if !rows.isEmpty { try database.execute(sql: "DELETE FROM ranking") }
    for entry in rows {
      let row = entry.row
      try drop.execute(arguments: [row.account])
      try account.execute(
        arguments: StatementArguments(Self.values(row) + [entry.place, self.start]))
      for (position, code) in (row.figures?.findings ?? []).enumerated() {
        try finding.execute(arguments: [row.account, position, code])
      }
      for (position, item) in row.extra.enumerated() {
        try extra.execute(arguments: [row.account, position, item.heading, item.value])
      }
    }
    try database.execute(
      sql: """
        UPDATE runs SET accounts_read = accounts_read + ?, rows_saved = rows_saved + ?
        WHERE run = ?
        """, arguments: [read, rows.count, self.start])
  }

  /// What belongs to accounts, in its order.
  private func children<Value>(
    _ database: Database, _ query: String, _ value: (Row) -> Value?
  ) throws -> [String: [Value]] {
    var found: [String: [Value]] = [:]
    let rows = try Row.fetchCursor(database, sql: "\(query) ORDER BY account, position")
    while let row = try rows.next() {
      guard let account = row.text(0), let value = value(row) else {
        throw StoreFault.corrupt(path)
      }
      found[account, default: []].append(value)
    }
    return found
  }

  private static func values(_ row: ScreenRow) -> [(any DatabaseValueConvertible)?] {
    var values: [(any DatabaseValueConvertible)?] = [
      row.account, row.name, row.industry, row.voltage?.rawValue, row.tariff,
    ]
    switch row.outcome {
    case .failed(let reason):
      values.append(reason.description)
      let rest = columns.count + derived.count - 2 - values.count
      values += [(any DatabaseValueConvertible)?](repeating: nil, count: rest)
    case .billed(let figures):
      let digits = figures.moneyDigits
      func money(_ amount: Money?) -> String? {
        amount.map { StoredDecimal.text($0, digits: digits) }
      }
      func decimal(_ value: (some FixedPoint)?) -> String? { value.map { StoredDecimal.text($0) } }
      values += [nil, figures.currency, digits, figures.months, figures.incompleteMonths]
      values += [StoredDecimal.text(figures.energy), money(figures.total)]
      values += [decimal(figures.averagePrice), decimal(figures.basicShare)]
      values += [decimal(figures.loadRatio), decimal(figures.loadFactor)]
      values += [decimal(figures.valleyShare), decimal(figures.powerFactor)]
      values += [decimal(figures.maximumDemand), decimal(figures.capacity)]
      values += [figures.best?.lever, figures.best?.to, money(figures.best?.saving)]
      values += [money(figures.evenLoadSaving), figures.isSuspect || figures.months == 0]
      values.append(StoredDecimal.steps(figures.total, digits: digits))
      values.append(figures.best.flatMap { StoredDecimal.steps($0.saving, digits: digits) })
      values.append(
        figures.averagePrice.flatMap {
          StoredDecimal.steps($0, digits: StoreSchema.priceDigits)
        })
    }
    return values
  }

  /// A row of ``columns``; nothing where a value is none of its column.
  private static func row(
    _ row: Row, _ codes: [String: [String]], _ extras: [String: [DossierAccount.Extra]]
  ) -> ScreenRow? {
    var reader = StoredRowReader(row)
    let (account, name, industry) = (reader.text(), reader.text(), reader.text())
    let voltage = reader.voltage()
    let (tariff, error) = (reader.text(), reader.optionalText())
    guard !reader.isFaulty else { return nil }
    let outcome: ScreenRow.Outcome
    if let error {
      outcome = .failed(Message(verbatim: error))
    } else {
      let figures = reader.figures(findings: codes[account] ?? [])
      guard !reader.isFaulty else { return nil }
      outcome = .billed(figures)
    }
    return ScreenRow(
      account: account, name: name, industry: industry, voltage: voltage, tariff: tariff,
      outcome: outcome, extra: extras[account] ?? [])
  }
}
