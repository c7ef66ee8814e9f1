import Advice
import Billing
import Casework
import Documents
import Metering
import Quantities
import Reporting
import TariffFiles
import Tariffs
import Use

/// What most commands begin with: tariffs found, a dossier opened, an account chosen.
struct Session {
  let dossier: Dossier
  /// What an account is called that no table and no flag gives a number; nothing where all have
  /// one.
  private let unnumbered: String?
  let terms: BillingTerms
  /// What was seen when the use was held against registers, capacity and bills.
  let doubts: [LoadFinding]

  /// Opens a dossier and loads the tariffs its accounts name.
  ///
  /// - Parameters:
  ///   - request: What to open.
  ///   - tariffs: Where tariffs are found.
  ///   - prices: Rules and prices that differ from those in force.
  ///   - further: Tariffs that are needed beside those of the accounts.
  /// - Throws: What to end with, after saying why.
  init(
    _ request: DossierRequest, tariffs: TariffOptions, prices: PriceOptions,
    further: [String] = []
  ) throws {
    switch request.origin {
    case _ where request.particulars[.account] != nil: unnumbered = nil
    case .folder: unnumbered = nil
    case .table(let path): unnumbered = String(path.split(separator: "/").last ?? "")
    case .month: unnumbered = ""
    }
    do {
      let library = try TariffLibrary(folders: TariffFolders.all(tariffs))
      var request = request
      request.zoneOfTariff = { library.timeZone(of: $0) }
      dossier = try DossierReader.open(request)
      Console.tell(DiagnosticText.render(dossier.warnings, say: say))
      Console.tell(LoadNotes.text(dossier.accounts.flatMap(\.findings)))
      try Self.checkTariffs(dossier, request, further, library.tariffIDs)
      let ids = dossier.accounts.reduce(into: Set(further)) {
        $0.formUnion($1.account.namedTariffs)
      }
      terms = prices.terms(try library.load(ids: ids), weather: dossier.weather)
      try Self.checkPrices(prices.price.map(\.name), terms.book)
      var reviewed: [LoadFinding] = []
      for entry in dossier.accounts {
        reviewed += AccountReview.findings(of: entry, issued: dossier.issued, terms: terms)
      }
      doubts = reviewed
      Console.tell(LoadNotes.text(reviewed))
    } catch let error as DiagnosticsError {
      throw Console.fail(error)
    }
  }

  /// Every account and flag that names a tariff there is not, at once.
  private static func checkTariffs(
    _ dossier: Dossier, _ request: DossierRequest, _ further: [String], _ known: [String]
  ) throws {
    let flagged = Set(further + [request.particulars[.tariff]].compactMap { $0 })
    var problems = flagged.sorted().filter { !known.contains($0) }.map {
      Problem(BillingProblem.unknownTariff($0, known: known), tariffGiven: true)
    }
    for entry in dossier.accounts
    where !known.contains(entry.account.tariff) && !flagged.contains(entry.account.tariff) {
      problems.append(
        Problem(
          BillingProblem.unknownTariff(entry.account.tariff, known: known),
          account: entry.account.id))
    }
    guard problems.isEmpty else { throw Console.fail(problems) }
  }

  /// Given prices that no tariff concerned asks for: they would change nothing unseen.
  static func checkPrices(_ given: [String], _ book: TariffBook) throws {
    let known = Set(book.tariffs.values.flatMap(\.versions).flatMap(\.priceColumns)).sorted()
    var seen: Set<String> = []
    let problems = given.filter { !known.contains($0) && seen.insert($0).inserted }.map { name in
      Problem(
        code: "unknown-price",
        message: "no tariff concerned has a price \(Printable.quote(name))",
        hint: Suggestion.hint(for: name, in: known)
          ?? (known.isEmpty
            ? "its prices stand in the rules; leave --price out"
            : "there is \(Printable.alternatives(known, conjunction: "and"))"),
        exitCode: 64)
    }
    guard problems.isEmpty else { throw Console.fail(problems) }
  }

  /// The accounts that are asked for, each with its use.
  ///
  /// - Parameter id: The account asked for; nothing for every one.
  /// - Returns: Those that can be billed, and a problem for each of which nothing was metered.
  /// - Throws: What to end with, where there is no such account.
  func accounts(
    _ id: String?
  ) throws -> (metered: [(account: Account, use: MeteredUse)], problems: [Problem]) {
    let chosen = try id.map { id in
      let matching = dossier.accounts.filter { $0.account.id == id }
      guard !matching.isEmpty else {
        let known = dossier.accounts.map(\.account.id)
        throw Console.usage(
          "there is no account \(Printable.quote(id))",
          hint: Suggestion.hint(for: id, in: known)
            ?? "there is \(Printable.alternatives(Self.few(known), conjunction: "and"))")
      }
      return matching
    }
    var metered: [(account: Account, use: MeteredUse)] = []
    var problems: [Problem] = []
    for entry in chosen ?? dossier.accounts {
      guard let use = entry.use else {
        problems.append(Self.unmetered(entry.account.id))
        continue
      }
      var account = entry.account
      // The name a dossier gives to an account without a number says nothing to the reader.
      if let unnumbered, account.id == "account" {
        account.id = ""
        account.name = account.name.isEmpty ? unnumbered : account.name
      }
      metered.append((account, use))
    }
    return (metered, problems)
  }

  /// Nothing was metered of an account.
  static func unmetered(_ account: String) -> Problem {
    Problem(
      code: "no-use",
      message: "account \(account): the dossier holds neither readings nor interval data",
      hint: "add its months to readings.csv, or a file to load/", exitCode: 1)
  }

  /// At most twenty names.
  private static func few(_ names: [String]) -> [String] {
    names.count > 20 ? names.prefix(20) + ["…"] : names
  }

  /// The one account an answer is about.
  func account(_ id: String?) throws -> AccountCase {
    guard id != nil || dossier.accounts.count == 1 else {
      throw Console.usage(
        "the dossier has \(dossier.accounts.count) accounts; an answer is about one",
        hint: """
          choose with --account: \(Self.few(dossier.accounts.map(\.account.id)).joined(separator: ", "))
          """)
    }
    let (metered, problems) = try accounts(id)
    guard let (account, use) = metered.first else { throw Console.fail(problems) }
    return AccountCase(account: account, use: use, biller: Biller(terms: terms))
  }
}
