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

  package init(
    origin: Origin, particulars: [AccountField: String] = [:],
    load: LoadFileOptions = LoadFileOptions()
  ) {
    self.origin = origin
    self.particulars = particulars
    self.load = load
  }
}
