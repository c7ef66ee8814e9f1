import Documents
import Metering
import Tariffs
import Use

/// A dossier of many accounts whose interval data are read account by account, by several threads
/// at once.
package struct DossierStream: Sendable {
  /// The accounts, in the order of `accounts.csv`.
  package let accounts: [Item]
  /// Lines of bills the utility has issued, from `issued.csv`.
  package let issued: [IssuedLine]
  /// What is worth knowing about the files.
  package let warnings: [Diagnostic]
  let loads: LoadTables
  let tables: DossierTables

  /// Temperatures, from `weather.csv`.
  package var weather: Weather? { tables.weather }

  /// An account and where its use is.
  package struct Item: Sendable {
    /// The account; of its use nothing is known yet.
    package let entry: DossierAccount
    /// Where its use is.
    let source: Source

    /// The account's number.
    package var id: String { entry.account.id }
    /// Where its rows of interval data stand.
    package var rows: [LoadRun] {
      guard case .rows(let rows) = source else { return [] }
      return rows.runs
    }
    /// How much interval data there is to read. [bytes]
    package var byteCount: Int { rows.reduce(0) { $0 + $1.rows.count } }
  }

  /// Where an account's use is.
  enum Source: Sendable {
    /// Nowhere, or in its registers.
    case readings
    /// In rows of tables.
    case rows(LoadTables.Entry)
    /// Read already, from files of a format that is read as a whole.
    case held(LoadAccount)
    /// Its rows in one of the tables are at fault.
    case faulty([Diagnostic])
  }

  /// What an account's files come to.
  package enum Reading: Sendable {
    /// The account with its use, if there is any.
    case account(DossierAccount)
    /// What is wrong with its rows.
    case faulty([Diagnostic])
  }

  /// Reads an account.
  ///
  /// - Throws: ``LoadTables/ReadProblem``.
  package func read(_ item: Item) throws(LoadTables.ReadProblem) -> Reading {
    switch item.source {
    case .faulty(let diagnostics): return .faulty(diagnostics)
    case .readings:
      return .account(tables.account(item.entry, profile: nil, findings: []))
    case .held(let load): return reading(item, load)
    case .rows(let rows):
      guard let load = try loads.read(rows) else {
        return .account(tables.account(item.entry, profile: nil, findings: []))
      }
      return reading(item, load)
    }
  }

  /// What an account comes to with interval data that were read elsewhere.
  package func reading(_ item: Item, _ load: LoadAccount) -> Reading {
    if case .faulty(let diagnostics) = item.source { return .faulty(diagnostics) }
    let faults = load.findings.filter(\.keepsFromBilling)
    guard faults.isEmpty else { return .faulty(faults.map { $0.diagnostic(of: item.id) }) }
    return .account(tables.account(item.entry, profile: load.profile, findings: load.findings))
  }
}
