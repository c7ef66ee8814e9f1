import ArgumentParser
import Casework
import Documents
import Metering
import Quantities
import Use

/// What is billed: a dossier, one table, or one month by hand.
struct DossierOptions: ParsableArguments {
  @Argument(help: "A folder of tables, or one CSV.")
  var dossier: String?

  @Option(help: ArgumentHelp("One account of several.", valueName: "id"))
  var account: String?

  @Option(
    help: ArgumentHelp(
      "By hand: energy by period [kWh], such as peak=1200,flat=900, or one figure.",
      valueName: "period=kWh,…"))
  var kwh: String?

  @Option(
    help: ArgumentHelp("By hand: the total register, where it differs [kWh].", valueName: "kWh"))
  var kwhTotal: String?

  @Option(help: ArgumentHelp("By hand: maximum demand [kW].", valueName: "kW"))
  var maxDemand: String?

  @Option(
    help: ArgumentHelp(
      "By hand: reactive energy drawn, and fed back after a comma [kvarh].", valueName: "kvarh"))
  var kvarh: String?

  @OptionGroup var load: LoadOptions

  /// What to open.
  func request(
    particulars: [AccountField: String], month: Month?
  ) throws -> DossierRequest {
    var particulars = particulars
    if let account { particulars[.account] = account }
    let load = try self.load.options()
    let repairs = try self.load.repairs()
    let profileRepairs = try self.load.profileRepairs()
    if let kwh {
      guard dossier == nil else {
        throw Console.usage("a month by hand (--kwh) and a dossier do not go together")
      }
      guard let month else {
        throw Console.usage("a month by hand needs --month YYYY-MM")
      }
      return DossierRequest(
        origin: .month(try HandReading(month: month, kwh: kwh, options: self).reading),
        particulars: particulars, load: load,
        repairs: repairs, profileRepairs: profileRepairs)
    }
    guard let dossier else {
      throw Console.usage(
        "a dossier is expected: a folder of tables, one CSV, or a month by hand with --kwh",
        hint: "`tariffwise new FOLDER` writes empty tables to begin with")
    }
    let origin: DossierRequest.Origin =
      FileSystem.isFolder(dossier) ? .folder(dossier) : .table(dossier)
    return DossierRequest(
      origin: origin, particulars: particulars, load: load,
      repairs: repairs, profileRepairs: profileRepairs)
  }
}
