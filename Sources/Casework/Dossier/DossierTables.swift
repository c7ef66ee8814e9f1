import Metering
import Quantities
import Tariffs
import Use

/// The tables of a dossier, all but its interval data.
struct DossierTables: Sendable {
  let roll: AccountRoll
  let readings: [String: [MonthlyReading]]
  let claims: [PublishedFigure]
  let issued: [IssuedLine]
  let repairs: ProfileRepairs
  var weather: Weather?

  /// The accounts and their tariffs.
  var tariffs: [String: String] {
    Dictionary(
      roll.entries.map { ($0.account.id, $0.account.tariff) },
      uniquingKeysWith: { first, _ in first })
  }

  /// An account with its use.
  ///
  /// Intervals tell what the main registers tell, and when it was; registers stand beside them for
  /// what only they know, and in their place where there are none.
  func account(
    _ entry: DossierAccount, profile: LoadProfile?, findings: [LoadFinding]
  ) -> DossierAccount {
    let id = entry.account.id
    var account = entry
    account.findings = findings
    if var profile {
      profile.registers = readings[id] ?? []
      let repaired = repairs.applied(to: profile, of: entry.account)
      account.findings += repaired.findings
      account.use = .intervals(repaired.profile)
    } else if let read = readings[id] {
      account.use = .readings(read)
    }
    return account
  }
}
