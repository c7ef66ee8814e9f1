import Metering
import Quantities
import Use

/// What to open, and what flags say about it.
package struct DossierRequest: Sendable {
  /// Where the use comes from.
  package enum Origin: Sendable {
    /// A folder of tables.
    case folder(String)
    /// One table of readings or interval data; the account is given by flags.
    case table(String)
    /// One month given by flags.
    case month(MonthlyReading)
  }

  /// Where the use comes from.
  package var origin: Origin
  /// Particulars given by flags; they go before those of the tables.
  package var particulars: [AccountField: String]
  /// How to read load files where neither headings nor `load/files.csv` say.
  package var load: LoadFileOptions
  /// What may be done to readings at fault.
  package var repairs: LoadRepairs
  /// What may be done to profiles as a whole.
  package var profileRepairs: ProfileRepairs
  /// The time zone of a tariff, by its id: naive stamps of its accounts' load files are in it.
  package var zoneOfTariff: @Sendable (String) -> String?

  package init(
    origin: Origin, particulars: [AccountField: String] = [:],
    load: LoadFileOptions = LoadFileOptions(), repairs: LoadRepairs = LoadRepairs(),
    profileRepairs: ProfileRepairs = ProfileRepairs(),
    zoneOfTariff: @escaping @Sendable (String) -> String? = { _ in nil }
  ) {
    self.repairs = repairs
    self.profileRepairs = profileRepairs
    self.zoneOfTariff = zoneOfTariff
    self.origin = origin
    self.particulars = particulars
    self.load = load
  }
}
