import ArgumentParser
import Casework
import Documents
import Metering
import Quantities

/// How load files are read where neither they nor `load/files.csv` say, and which of their faults
/// may be mended.
struct LoadOptions: ParsableArguments {
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

  @Option(help: "The sheet of a workbook.")
  var sheet: String?

  @Option(help: "The heading of the column of values to read, where several say the same.")
  var column: String?

  @Option(help: "The meter of a file that holds several; meter/register for one of its registers.")
  var meter: String?

  @Option(help: "How numbers are written: 1234.5, 1234,5, 1.234,5 or 1,234.5.")
  var numbers: String?

  @Option(help: "What seconds of UTC in a file are: utc, or local standard time.")
  var epoch: String?

  @Flag(help: "Mend: rows at fault become gaps.")
  var skipBadRows = false

  @Option(
    help: "Mend: of two readings of one interval keep the first, last, max or better quality.")
  var duplicates: String?

  @Flag(help: "Mend: negative energy is energy fed back, and not drawn.")
  var net = false

  @Option(
    help: ArgumentHelp(
      "Mend: move stamps to the grid of their interval, at most this far [s].", valueName: "s"))
  var snap: Int?

  @Flag(help: "Mend: readings not marked as metered become gaps.")
  var requireActual = false

  @Option(
    help: ArgumentHelp(
      "Mend: fill gaps by linear:2h, like-day:4w or register; may be repeated, in this order.",
      valueName: "rule"))
  var fill: [String] = []

  @Flag(help: "Mend: scale each month's intervals to its register.")
  var scaleToRegister = false

  /// What the flags say of the files.
  func options() throws -> LoadFileOptions {
    var options = LoadFileOptions(
      stamps: try word(
        stamps, "--stamps", StampSide.init(rawValue:), StampSide.allCases.map(\.rawValue)),
      dateOrder: try word(
        dateOrder, "--date-order", DateOrder.init(rawValue:), DateOrder.allCases.map(\.rawValue)),
      zone: zone,
      unit: try word(unit, "--unit", { LoadUnit(name: $0) }, LoadUnit.allCases.map(\.rawValue)),
      multiplier: try multiplier.map(factor), sheet: sheet,
      encoding: try word(
        encoding, "--encoding", { TextEncoding(name: $0) }, TextEncoding.allCases.map(\.rawValue)),
      meter: meter)
    options.column = column
    options.numbers = try word(
      numbers, "--numbers", NumberStyle.init(rawValue:), NumberStyle.allCases.map(\.rawValue))
    options.epoch = try word(
      epoch, "--epoch", EpochMeaning.init(rawValue:), EpochMeaning.allCases.map(\.rawValue))
    return options
  }

  /// What may be done to readings at fault.
  func repairs() throws -> LoadRepairs {
    var repairs = LoadRepairs()
    repairs.skipsBadRows = skipBadRows
    repairs.duplicates = try word(
      duplicates, "--duplicates", LoadRepairs.DuplicateRule.init(rawValue:),
      LoadRepairs.DuplicateRule.allCases.map(\.rawValue))
    repairs.netsNegatives = net
    repairs.requiresActual = requireActual
    if let snap {
      guard (1...1800).contains(snap) else {
        throw Console.usage("--snap is \(snap); 1 to 1800 seconds are expected")
      }
      repairs.snapSeconds = snap
    }
    return repairs
  }

  /// What may be done to an account's profile as a whole, in the order given.
  func profileRepairs() throws -> ProfileRepairs {
    ProfileRepairs(
      fills: try fill.map { text in
        guard let rule = FillRule(text) else {
          throw Console.usage(
            "--fill is \"\(text)\"; linear:2h, like-day:4w or register is expected")
        }
        return rule
      }, scalesToRegister: scaleToRegister)
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
      throw Console.usage("--multiplier: \(error.sentence)", hint: error.advice)
    }
  }
}
