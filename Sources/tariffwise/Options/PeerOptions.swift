import Advice
import ArgumentParser
import Casework
import Documents
import Reporting
import Screening
import Synchronization
import Use

/// Whom an account is measured by.
struct PeerOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A dossier of accounts like this one, by whose prices it is measured.",
      valueName: "dossier"))
  var peers: String?

  /// What accounts of the same industry and voltage, else of the same industry, come to; nothing
  /// where no peers are given.
  ///
  /// - Throws: What to end with, where there are none of its industry.
  func figures(
    for account: Account, tariffs: TariffOptions, prices: PriceOptions
  ) throws -> PeerFigures? {
    guard let peers else { return nil }
    guard FileSystem.isFolder(peers) else {
      throw Console.usage("--peers takes a dossier: there is no folder \(peers)")
    }
    var session = try StreamSession(
      DossierRequest(origin: .folder(peers)), tariffs: tariffs, prices: prices, jobs: nil)
    let screening = AccountScreening(terms: session.terms, explain: StreamSession.explain)
    let rows = Mutex([String: ScreenRow]())
    do throws(DiagnosticsError) {
      try session.reader.read(
        where: { $0.entry.account.industry == account.industry },
        make: { item, reading in screening.row(item, reading) },
        take: { item, row in rows.withLock { $0[item.id] = row } })
    } catch {
      throw Console.fail(error)
    }
    let ranking = Ranking(rows.withLock { Array($0.values) })
    guard
      let statistics = ranking.peers(industry: account.industry, voltage: account.voltage)
    else {
      throw Console.fail([
        Problem(
          code: "no-peers",
          message: account.industry.isEmpty
            ? "account \(account.id) names no industry, so its peers cannot be told"
            : "no account of \(peers) is of the industry \(Printable.quote(account.industry))",
          hint: "the column industry of accounts.csv tells it", exitCode: 3)
      ])
    }
    return PeerFigures(statistics)
  }
}
