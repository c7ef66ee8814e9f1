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
            file: Self.flags, code: "account-value", message: error.message, hint: error.hint))
      }
    }
  }

  private mutating func folder(_ path: String) throws(DiagnosticsError) -> Dossier {
    func file(_ name: String) -> String? {
      let file = FileSystem.join(path, name)
      return FileSystem.isFile(file) ? file : nil
    }
    guard let accountsFile = file("accounts.csv") else {
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
    if let lines = file("lines.csv") { readLines(lines, into: &roll) }
    if let points = file("points.csv") { readPoints(points, into: &roll) }
    if let units = file("transformers.csv") { readTransformers(units, into: &roll) }
    if let events = file("events.csv") { readEvents(events, into: &roll) }
    if let adjustments = file("adjustments.csv") { readAdjustments(adjustments, into: &roll) }
    if let curve = file("curve.csv") { readCurve(curve, into: &roll) }
    let readings = file("readings.csv").map { readReadings($0, of: roll) } ?? [:]
    let issued = file("issued.csv").map { readIssued($0, of: roll) } ?? []
    let known = Set(roll.names)
    let load = readLoad(folder: path, known: known, single: roll.single)
    var accounts = roll.entries
    let findings = Dictionary(grouping: load.findings, by: \.account)
    for index in accounts.indices {
      let id = accounts[index].account.id
      accounts[index].findings = findings[id] ?? []
      // Intervals tell what the main registers tell, and when it was; registers stand beside them
      // for what only they know, and in their place where there are none.
      if var profile = load.profiles[id] {
        profile.registers = readings[id] ?? []
        accounts[index].use = .intervals(profile)
      } else if let read = readings[id] {
        accounts[index].use = .readings(read)
      }
    }
    let claims =
      file("published.csv").map { readClaims($0, known: known, single: roll.single) } ?? []
    try problems.throwIfErrors()
    return Dossier(accounts: accounts, claims: claims, issued: issued, warnings: problems.sorted)
  }

  private mutating func table(_ path: String) throws(DiagnosticsError) -> Dossier {
    guard FileSystem.isFile(path) else {
      throw DiagnosticsError(
        Diagnostic(
          file: path, code: "file-not-found", message: "there is no such file or folder",
          hint: "`tariffwise new \(path)` makes a folder of empty tables"))
    }
    if let text = try? SourceText.read(path), Self.isReadings(text) {
      let account = try flaggedAccount(id: nil)
      let readings = readReadings(path, of: AccountRoll(anyLike: account))
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
        return DossierAccount(
          account: own, use: .intervals(profile),
          findings: load.findings.filter { $0.account == id }, extra: [])
      }, claims: [], issued: [], warnings: problems.sorted)
  }
}
