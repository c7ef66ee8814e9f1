import Advice
import ArgumentParser
import Billing
import Casework
import Documents
import Glibc
import Quantities
import Reporting
import TariffFiles
import Tariffs
import Use

/// What most commands begin with: tariffs found, a dossier opened, an account chosen.
struct Session {
  let dossier: Dossier
  let terms: BillingTerms

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
    do {
      dossier = try DossierReader.open(request)
      Console.tell(DiagnosticText.render(dossier.warnings))
      Console.tell(LoadNotes.text(dossier.accounts.flatMap(\.findings)))
      let library = try TariffLibrary(folders: TariffFolders.all(tariffs))
      try Self.checkTariffs(dossier, request, further, library.tariffIDs)
      let ids = Set(dossier.accounts.map(\.account.tariff) + further)
      terms = BillingTerms(
        book: try library.load(ids: ids), asOf: prices.asOf,
        givenPrices: Dictionary(
          prices.price.map { ($0.name, $0.price) }, uniquingKeysWith: { _, last in last }))
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

  /// The accounts that are asked for, each with its use.
  func accounts(_ id: String?) throws -> [(account: Account, use: MeteredUse)] {
    let chosen = try id.map { id in
      let matching = dossier.accounts.filter { $0.account.id == id }
      guard !matching.isEmpty else {
        let known = dossier.accounts.map(\.account.id)
        throw Console.usage(
          "there is no account \(Printable.quote(id)); there is \(Printable.alternatives(known, conjunction: "and"))"
        )
      }
      return matching
    }
    return try (chosen ?? dossier.accounts).map { entry in
      guard let use = entry.use else {
        throw Console.fail([
          Problem(
            code: "no-use",
            message:
              "account \(entry.account.id): the dossier holds neither readings nor interval data",
            hint: "add its months to readings.csv, or a file to load/", exitCode: 1)
        ])
      }
      return (entry.account, use)
    }
  }

  /// The one account an answer is about.
  func account(_ id: String?) throws -> AccountCase {
    guard id != nil || dossier.accounts.count == 1 else {
      let known = dossier.accounts.prefix(20).map(\.account.id)
      throw Console.usage(
        "the dossier has \(dossier.accounts.count) accounts; choose one with --account: "
          + known.joined(separator: ", ") + (dossier.accounts.count > 20 ? ", …" : ""))
    }
    let (account, use) = try accounts(id)[0]
    return AccountCase(account: account, use: use, biller: Biller(terms: terms))
  }
}

/// Where tariffs are looked for.
enum TariffFolders {
  /// Folders given by flags, by the environment, beside the program, and in the clone it was built
  /// in, in this order; those that exist.
  static func all(_ options: TariffOptions) throws(DiagnosticsError) -> [String] {
    for folder in options.tariffs where !FileSystem.isFolder(folder) {
      throw DiagnosticsError(
        Diagnostic(
          file: folder, code: "file-not-found",
          message: "there is no such folder of tariffs"))
    }
    var folders = options.tariffs
    if let variable = getenv("TARIFFWISE_TARIFFS") {
      folders += String(cString: variable).split(separator: ":").map(String.init)
    }
    let program = programFolder
    folders.append(FileSystem.join(FileSystem.folder(of: program), "share/tariffwise"))
    var above = program
    while above != "/", above != "." {
      if FileSystem.isFile(FileSystem.join(above, "Package.swift")) {
        folders.append(FileSystem.join(above, "tariffs"))
        break
      }
      above = FileSystem.folder(of: above)
    }
    return folders.filter(FileSystem.isFolder)
  }

  /// The folder of the running program, links resolved.
  private static var programFolder: String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let length = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    guard length > 0 else { return "." }
    let path = String(decoding: buffer[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return FileSystem.folder(of: path)
  }
}
