import Documents
import Quantities

/// How to read a load file where its headings do not say: a row of `load/files.csv`, or flags.
package struct LoadFileOptions: Sendable, Hashable {
  /// The account of a file without an account column.
  package var account: String?
  /// Which end of its interval a stamp marks.
  package var stamps: StampSide?
  /// The meter to read of a file that holds several; `meter/register` names one of its registers.
  package var meter: String?
  /// The order of day, month and year.
  package var dateOrder: DateOrder?
  /// The time zone of the stamps, where it is not the tariff's.
  package var zone: String?
  /// The unit of the active values, over the one in the heading.
  package var unit: LoadUnit?
  /// The factor from a meter's secondary side to the primary (倍率); values are multiplied by it
  /// only where it is given.
  package var multiplier: Rate?
  /// The sheet of a workbook.
  package var sheet: String?
  /// The heading of the column of values to read, where several say the same.
  package var column: String?
  /// The encoding, instead of the one the bytes suggest.
  package var encoding: TextEncoding?
  /// What stamps are that the format calls seconds of UTC.
  package var epoch: EpochMeaning?
  /// How the file writes its numbers; with a decimal point where nothing is said or proven.
  package var numbers: NumberStyle?

  /// Options that leave everything to the file.
  package init(
    account: String? = nil, stamps: StampSide? = nil, dateOrder: DateOrder? = nil,
    zone: String? = nil, unit: LoadUnit? = nil, multiplier: Rate? = nil, sheet: String? = nil,
    encoding: TextEncoding? = nil, meter: String? = nil, numbers: NumberStyle? = nil
  ) {
    self.account = account
    self.meter = meter
    self.numbers = numbers
    self.stamps = stamps
    self.dateOrder = dateOrder
    self.zone = zone
    self.unit = unit
    self.multiplier = multiplier
    self.sheet = sheet
    self.encoding = encoding
  }

  /// These options, with those that `flags` give in their place.
  package func overridden(by flags: LoadFileOptions) -> LoadFileOptions {
    var options = self
    options.account = flags.account ?? account
    options.stamps = flags.stamps ?? stamps
    options.meter = flags.meter ?? meter
    options.dateOrder = flags.dateOrder ?? dateOrder
    options.zone = flags.zone ?? zone
    options.unit = flags.unit ?? unit
    options.multiplier = flags.multiplier ?? multiplier
    options.sheet = flags.sheet ?? sheet
    options.column = flags.column ?? column
    options.encoding = flags.encoding ?? encoding
    options.epoch = flags.epoch ?? epoch
    options.numbers = flags.numbers ?? numbers
    return options
  }
}
