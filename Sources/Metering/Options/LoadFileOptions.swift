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
  /// The encoding, instead of the one the bytes suggest.
  package var encoding: TextEncoding?

  /// Options that leave everything to the file.
  package init(
    account: String? = nil, stamps: StampSide? = nil, dateOrder: DateOrder? = nil,
    zone: String? = nil, unit: LoadUnit? = nil, multiplier: Rate? = nil, sheet: String? = nil,
    encoding: TextEncoding? = nil, meter: String? = nil
  ) {
    self.account = account
    self.meter = meter
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
    LoadFileOptions(
      account: flags.account ?? account, stamps: flags.stamps ?? stamps,
      dateOrder: flags.dateOrder ?? dateOrder, zone: flags.zone ?? zone, unit: flags.unit ?? unit,
      multiplier: flags.multiplier ?? multiplier, sheet: flags.sheet ?? sheet,
      encoding: flags.encoding ?? encoding, meter: flags.meter ?? meter)
  }
}
