import Documents
import Metering
import Use

extension DossierReader {
  /// Opens a dossier so that its accounts are read one by one.
  ///
  /// What is wrong with the rows of one account is kept for that account; only faults of the files
  /// themselves are thrown.
  ///
  /// - Parameters:
  ///   - request: What to open.
  ///   - search: How the rows of each account are found.
  /// - Returns: The accounts, none of them read yet but those of files that are read as a whole.
  /// - Throws: All that is wrong with the files themselves.
  package static func stream(
    _ request: DossierRequest, search: LoadTable.Search = .leaping
  ) throws(DiagnosticsError) -> DossierStream {
    var reader = DossierReader(request: request)
    guard case .folder(let path) = request.origin else {
      return DossierStream(of: try open(request), repairs: request.profileRepairs)
    }
    return try reader.stream(of: path, search)
  }

  /// Opens the accounts of a dossier whose interval data come from elsewhere.
  ///
  /// - Parameters:
  ///   - path: `accounts.csv`, or a folder of tables; of a folder load files are passed over.
  ///   - request: What flags say; its origin does not matter.
  /// - Returns: The accounts with what the tables hold of their use.
  /// - Throws: All that is wrong with the tables themselves.
  package static func accounts(
    at path: String, _ request: DossierRequest
  ) throws(DiagnosticsError) -> DossierStream {
    var reader = DossierReader(request: request)
    let tables: DossierTables
    if FileSystem.isFolder(path) {
      tables = try reader.tables(of: path)
    } else {
      tables = DossierTables(
        roll: AccountRoll(reader.readAccounts(path)), readings: [:], claims: [], issued: [],
        repairs: request.profileRepairs)
    }
    return try reader.stream(of: tables, rows: [:], held: [:], LoadTables([]))
  }

  private mutating func stream(
    of path: String, _ search: LoadTable.Search
  ) throws(DiagnosticsError) -> DossierStream {
    let tables = try self.tables(of: path)
    problems.subject = nil
    let (files, place) = loadFiles(
      folder: path, tariffs: tables.tariffs, single: tables.roll.single)
    let (streamed, held) = opened(files)
    var rows: [String: LoadTables.Entry] = [:]
    let entries = streamed.entries(streamed.tables.map { _ in search })
    if let scattered = streamed.scattered(entries) { throw DiagnosticsError(scattered) }
    for entry in entries { rows[entry.account] = entry }
    tellStrangers(rows, held, streamed, in: place, tables)
    return try stream(of: tables, rows: rows, held: held, streamed)
  }

  private func stream(
    of tables: DossierTables, rows: [String: LoadTables.Entry], held: [String: LoadAccount],
    _ streamed: LoadTables
  ) throws(DiagnosticsError) -> DossierStream {
    if problems.hasOwnErrors { try problems.throwIfErrors() }
    let faults = problems.errorsBySubject
    let known = Set(tables.roll.names)
    let items = tables.roll.entries.map { entry in
      let id = entry.account.id
      return DossierStream.Item(
        entry: entry, source: Self.source(faults[id], rows[id], held[id], streamed))
    }
    // Accounts whose row in accounts.csv is at fault have no entry of their own.
    let unread = faults.filter { !known.contains($0.key) }.sorted { $0.key < $1.key }.map {
      DossierStream.Item(
        entry: DossierAccount(
          account: Account(id: $0.key, tariff: ""), use: nil, findings: [], extra: []),
        source: .faulty($0.value))
    }
    return DossierStream(
      accounts: items + unread, issued: tables.issued,
      warnings: problems.sorted.filter { $0.severity != .error },
      loads: streamed, tables: tables)
  }

  /// Opens files: tables that are read account by account, and the accounts of all others, which
  /// are read as a whole.
  private mutating func opened(_ files: [LoadFile]) -> (LoadTables, [String: LoadAccount]) {
    var tables: [LoadTable] = []
    var whole: [LoadFile] = []
    var lines: [LoadFile] = []
    for file in files {
      guard case .path(let path) = file.content else { continue }
      problems.collect { () throws(DiagnosticsError) in
        // Supply lines are metered apart and added up, for which all their rows are needed.
        if try LineSplit(path: path, options: file.options) != nil {
          lines.append(file)
        } else if let table = try LoadTable.open(file) {
          tables.append(table)
        } else {
          whole.append(file)
        }
      }
    }
    guard !problems.hasOwnErrors else { return (LoadTables(tables), [:]) }
    var held: [String: LoadAccount] = [:]
    let collected = problems.collect { () throws(DiagnosticsError) in
      whole.isEmpty ? [] : try LoadReader.collect(whole).accounts
    }
    for account in collected ?? [] { held[account.id] = account }
    let summed = read(lines)
    for (id, profile) in summed.profiles {
      let own = LoadAccount(
        id: id, profile: profile, findings: summed.findings.filter { $0.account == id },
        channels: [])
      held[id] = held[id].map { $0.joined(with: own) } ?? own
    }
    return (LoadTables(tables), held)
  }

  private static func source(
    _ faults: [Diagnostic]?, _ rows: LoadTables.Entry?, _ held: LoadAccount?, _ loads: LoadTables
  ) -> DossierStream.Source {
    if let faults { return .faulty(faults) }
    guard let rows else { return held.map { .held($0) } ?? .readings }
    guard let held, let own = try? loads.read(rows) else { return .rows(rows) }
    return .held(own.joined(with: held))
  }

  /// Rows of accounts that do not stand in `accounts.csv`; those of footers hold no readings.
  private mutating func tellStrangers(
    _ rows: [String: LoadTables.Entry], _ held: [String: LoadAccount], _ loads: LoadTables,
    in place: String, _ tables: DossierTables
  ) {
    let tariffs = tables.tariffs
    let faulty = problems.errorsBySubject
    let strangers =
      rows.filter { tariffs[$0.key] == nil && faulty[$0.key] == nil }
      .filter { row in (try? loads.read(row.value)).flatMap { $0 } != nil }.map(\.key)
      + held.keys.filter { tariffs[$0] == nil }
    for account in strangers.sorted() {
      problems.subject = account
      problems.add(Self.stranger(account, in: place, known: tariffs.keys))
    }
    problems.subject = nil
  }
}

extension DossierStream {
  /// A dossier that is held already.
  init(of dossier: Dossier, repairs: ProfileRepairs) {
    self.init(
      accounts: dossier.accounts.map { Item(entry: $0, source: Source($0)) },
      issued: dossier.issued, warnings: dossier.warnings, loads: LoadTables([]),
      tables: DossierTables(
        roll: AccountRoll(dossier.accounts),
        readings: Dictionary(
          dossier.accounts.compactMap { entry in
            guard case .readings(let readings) = entry.use else { return nil }
            return (entry.account.id, readings)
          }, uniquingKeysWith: { first, _ in first }), claims: dossier.claims,
        issued: dossier.issued, repairs: repairs, weather: dossier.weather))
  }
}

extension DossierStream.Source {
  fileprivate init(_ entry: DossierAccount) {
    guard case .intervals(let profile) = entry.use else {
      self = .readings
      return
    }
    self = .held(
      LoadAccount(
        id: entry.account.id, profile: profile, findings: entry.findings, channels: []))
  }
}
