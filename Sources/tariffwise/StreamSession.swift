import Billing
import Casework
import Documents
import Glibc
import Metering
import Quantities
import Reporting
import Screening
import TariffFiles
import Tariffs
import Use

/// What commands over many accounts begin with: tariffs found, a dossier opened whose accounts are
/// read one by one.
struct StreamSession {
  var reader: AccountReader
  let terms: BillingTerms
  /// The tariff files at hand, by name.
  let tariffFiles: [(name: String, path: String)]

  /// Opens a dossier and loads the tariffs its accounts name.
  ///
  /// - Parameters:
  ///   - request: What to open.
  ///   - tariffs: Where tariffs are found.
  ///   - prices: Rules and prices that differ from those in force.
  ///   - jobs: How many threads read; nothing for as many as there are processors.
  /// - Throws: What to end with, after saying why.
  init(
    _ request: DossierRequest, tariffs: TariffOptions, prices: PriceOptions, jobs: Int?
  ) throws {
    do {
      let library = try TariffLibrary(folders: TariffFolders.all(tariffs))
      tariffFiles = library.entries.map { ($0.file, $0.path) }
      var request = request
      request.zoneOfTariff = { library.timeZone(of: $0) }
      reader = try AccountReader(request, jobs: jobs ?? Self.processors)
      Console.tell(DiagnosticText.render(reader.stream.warnings, say: say))
      terms = try Self.terms(of: reader.stream, library, prices)
    } catch let error as DiagnosticsError {
      throw Console.fail(error)
    }
  }

  /// The tariffs the accounts of a dossier name.
  static func terms(
    of stream: DossierStream, _ library: TariffLibrary, _ prices: PriceOptions
  ) throws -> BillingTerms {
    // An account whose tariff there is not is told of when it is billed.
    let known = Set(library.tariffIDs)
    let ids = stream.accounts.reduce(into: Set<String>()) {
      $0.formUnion($1.entry.account.namedTariffs.filter(known.contains))
    }
    let terms = prices.terms(try library.load(ids: ids), weather: stream.weather)
    try Session.checkPrices(prices.price.map(\.name), terms.book)
    return terms
  }

  /// Why an account cannot be billed, in words.
  ///
  /// Threads that read accounts know no language but English; they are told that of the answer.
  static var explain: @Sendable (BillingFailure, Account) -> Message {
    let language = Language.current
    return { failure, account in
      Language.$current.withValue(language) {
        Problem.list(of: failure, account: account).map(\.sentence).joined(separator: "; ")
      }
    }
  }

  /// As many threads as there are processors.
  static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
