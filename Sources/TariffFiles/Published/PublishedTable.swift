import Documents
import Quantities

/// The table of prices a utility publishes for a month, as far as a page is made of it.
struct PublishedTable {

  /// A kind of account the table has rows for.
  enum Use: Hashable, CaseIterable {
    case twoPart, singlePart
  }

  /// A row.
  struct Row {
    let use: Use
    let voltages: [Voltage]
    /// The figure of each column, as printed; `-` for a blank cell.
    let figures: [String]
  }

  /// The columns of prices, by the names pages have for them, in the order of the table.
  let columns: [String]
  let rows: [Row]
}
