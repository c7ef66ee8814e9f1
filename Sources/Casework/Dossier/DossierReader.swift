import Documents
import Metering
import Quantities
import Use

/// Opens a dossier; everything that is wrong with its files is reported at once.
package struct DossierReader {
  let request: DossierRequest
  var problems = DiagnosticCollector()

  /// Opens a dossier.
  ///
  /// - Throws: All that is wrong with its files.
  package static func open(
    _ request: DossierRequest
  ) throws(DiagnosticsError) -> Dossier {
    var reader = DossierReader(request: request)
    switch request.origin {
    case .folder(let path): return try reader.folder(path)
    case .table(let path): return try reader.table(path)
    case .month(let reading):
      let account = try reader.flaggedAccount(id: nil)
      return Dossier(
        accounts: [
          DossierAccount(account: account, use: .readings([reading]), findings: [], extra: [])
        ], claims: [], issued: [], warnings: [])
    }
  }

  /// The code of diagnostics about flags.
  static let flags = "command line"

  /// The account that flags alone describe.
  mutating func flaggedAccount(id: String?) throws(DiagnosticsError) -> Account {
    var account = Account(id: id ?? request.particulars[.account] ?? "account", tariff: "")
    apply(request.particulars, to: &account)
    if account.tariff.isEmpty {
      problems.add(
        Diagnostic(
          file: Self.flags, code: "account-tariff",
          message: "the account has no tariff",
          hint: "add --tariff with an id that `tariffwise tariffs` lists"))
    }
    try problems.throwIfErrors()
    return account
  }

  /// Sets what flags say.
  mutating func apply(_ particulars: [AccountField: String], to account: inout Account) {
    for (field, text) in particulars.sorted(by: { $0.key.rawValue < $1.key.rawValue })
    where field != .account {
      do throws(AccountError) {
        try account.set(field, to: text)
      } catch {
        problems.add(
          Diagnostic(
            file: Self.flags, code: "account-value", message: error.sentence, hint: error.advice))
      }
    }
  }

  private mutating func folder(_ path: String) throws(DiagnosticsError) -> Dossier {
    let tables = try self.tables(of: path)
    let load = readLoad(folder: path, tariffs: tables.tariffs, single: tables.roll.single)
    let findings = Dictionary(grouping: load.findings, by: \.account)
    let accounts = tables.roll.entries.map { entry in
      let id = entry.account.id
      return tables.account(entry, profile: load.profiles[id], findings: findings[id] ?? [])
    }
    try problems.throwIfErrors()
    return Dossier(
      accounts: accounts, claims: tables.claims, issued: tables.issued, warnings: problems.sorted,
      weather: tables.weather)
  }

  /// Reads the tables of a folder, all but its interval data.
  mutating func tables(of path: String) throws(DiagnosticsError) -> DossierTables {
    guard let accountsFile = table("accounts", in: path) else {
      throw DiagnosticsError(
        Diagnostic(
          file: path, code: "dossier-accounts",
          message: "the folder has no accounts.csv",
          hint:
            "a dossier is a folder with accounts.csv and readings.csv or load files; `tariffwise new FOLDER` writes the tables"
        ))
    }
    var roll = AccountRoll(readAccounts(accountsFile))
    // Lines before points, which stand on them; units before events, which change them; all of
    // these before readings, which need to know the meters.
    if let lines = table("lines", in: path) { readLines(lines, into: &roll) }
    if let points = table("points", in: path) { readPoints(points, into: &roll) }
    if let units = table("transformers", in: path) { readTransformers(units, into: &roll) }
    if let events = table("events", in: path) { readEvents(events, into: &roll) }
    if let adjustments = table("adjustments", in: path) {
      readAdjustments(adjustments, into: &roll)
    }
    if let curve = table("curve", in: path) { readCurve(curve, into: &roll) }
    let weather = table("weather", in: path).flatMap { readWeather($0) }
    let readings = table("readings", in: path).map { readReadings($0, of: roll) } ?? [:]
    let issued = table("issued", in: path).map { readIssued($0, of: roll) } ?? []
    let known = Set(roll.names)
    let claims =
      table("published", in: path).map { readClaims($0, known: known, single: roll.single) } ?? []
    return DossierTables(
      roll: roll, readings: readings, claims: claims, issued: issued,
      repairs: request.profileRepairs, weather: weather)
  }

  /// A table of a dossier: `accounts.csv`, or `accounts.xlsx` in its place.
  mutating func table(_ name: String, in folder: String) -> String? {
    problems.subject = nil
    let files = ["csv", "xlsx"].map { FileSystem.join(folder, "\(name).\($0)") }
      .filter(FileSystem.isFile)
    if files.count > 1 {
      problems.add(
        Diagnostic(
          file: folder, code: "dossier-twice",
          message: "the folder has both \(name).csv and \(name).xlsx: which of them is meant?",
          hint: "keep one of the two"))
    }
    return files.first
  }

  private mutating func table(_ path: String) throws(DiagnosticsError) -> Dossier {
    guard FileSystem.isFile(path) else {
      throw DiagnosticsError(
        Diagnostic(
          file: path, code: "file-not-found", message: "there is no such file or folder",
          hint: "`tariffwise new \(path)` makes a folder of empty tables"))
    }
    let choice = SheetChoice(named: request.load.sheet, fits: Self.isReadings)
    if let text = try? SourceText.readTable(path, choice: choice), Self.isReadings(text) {
      let account = try flaggedAccount(id: nil)
      let readings = readReadings(
        path, sheet: request.load.sheet, of: AccountRoll(anyLike: account))
      try problems.throwIfErrors()
      let chosen = request.particulars[.account].map { id in readings.filter { $0.key == id } }
      return Dossier(
        accounts: (chosen ?? readings).sorted { $0.key < $1.key }.map { id, months in
          var own = account
          own.id = id
          return DossierAccount(account: own, use: .readings(months), findings: [], extra: [])
        }, claims: [], issued: [], warnings: problems.sorted)
    }
    let load = readLoadFile(path, single: request.particulars[.account] ?? "account")
    let account = try flaggedAccount(id: nil)
    let chosen = request.particulars[.account].map { id in
      load.profiles.filter { $0.key == id }
    }
    return Dossier(
      accounts: (chosen ?? load.profiles).sorted { $0.key < $1.key }.map { id, profile in
        var own = account
        own.id = id
        let repaired = request.profileRepairs.applied(to: profile, of: own)
        return DossierAccount(
          account: own, use: .intervals(repaired.profile),
          findings: load.findings.filter { $0.account == id } + repaired.findings, extra: [])
      }, claims: [], issued: [], warnings: problems.sorted)
  }
}
