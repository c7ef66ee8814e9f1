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

  @Option(help: "What a stamp of the load file marks: start or end.")
  var stamps: String?

  @Option(help: "The order of dates in the load file: ymd, dmy or mdy.")
  var dateOrder: String?

  @Option(help: "The unit of the load file: kW, kWh, MW …")
  var unit: String?

  @Option(help: "The multiplier (倍率) of a load file of the meter's secondary side.")
  var multiplier: String?

  @Option(help: "The encoding of the load file: utf-8, gb18030, utf-16.")
  var encoding: String?

  @Option(help: "The time zone of the load file's stamps, where it is not the tariff's.")
  var zone: String?

  /// What to open.
  func request(
    particulars: [AccountField: String], month: Month?
  ) throws -> DossierRequest {
    var particulars = particulars
    if let account { particulars[.account] = account }
    let load = try loadOptions()
    if let kwh {
      guard dossier == nil else {
        throw Console.usage("a month by hand (--kwh) and a dossier do not go together")
      }
      guard let month else {
        throw Console.usage("a month by hand needs --month YYYY-MM")
      }
      return DossierRequest(
        origin: .month(try HandReading(month: month, kwh: kwh, options: self).reading),
        particulars: particulars, load: load)
    }
    guard let dossier else {
      throw Console.usage(
        "a dossier is expected: a folder of tables, one CSV, or a month by hand with --kwh",
        hint: "`tariffwise new FOLDER` writes empty tables to begin with")
    }
    let origin: DossierRequest.Origin =
      FileSystem.isFolder(dossier) ? .folder(dossier) : .table(dossier)
    return DossierRequest(origin: origin, particulars: particulars, load: load)
  }

  private func loadOptions() throws -> LoadFileOptions {
    LoadFileOptions(
      stamps: try word(
        stamps, "--stamps", StampSide.init(rawValue:), StampSide.allCases.map(\.rawValue)),
      dateOrder: try word(
        dateOrder, "--date-order", DateOrder.init(rawValue:), DateOrder.allCases.map(\.rawValue)),
      zone: zone,
      unit: try word(unit, "--unit", { LoadUnit(name: $0) }, LoadUnit.allCases.map(\.rawValue)),
      multiplier: try multiplier.map(factor),
      encoding: try word(
        encoding, "--encoding", { TextEncoding(name: $0) }, TextEncoding.allCases.map(\.rawValue)))
  }

  private func word<Value>(
    _ text: String?, _ flag: String, _ read: (String) -> Value?, _ known: [String]
  ) throws -> Value? {
    guard let text else { return nil }
    guard let value = read(text) else {
      throw Console.usage(
        "\(flag) is \"\(text)\"; \(Printable.alternatives(known)) is expected")
    }
    return value
  }

  private func factor(_ text: String) throws -> Rate {
    do throws(NumberError) {
      return try Rate(text)
    } catch {
      throw Console.usage("--multiplier: \(error.message)", hint: error.hint)
    }
  }
}
