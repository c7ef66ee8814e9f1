import Documents
import Quantities
import Tariffs

/// A price page as it was read, with the place of every figure.
struct PageRecord {

  /// The page, as far as it could be read.
  let page: PricePage

  /// Where what is wrong with it is kept.
  let findings: FileFindings

  /// The page's heading, in its order.
  let columns: [Column]

  /// What the page does not print.
  let absences: [Absence]

  /// The rows of each tariff, in the order of the page.
  let groups: [Group]

  /// The currency of the unit of energy prices, and where it stands.
  let currency: (name: String, place: SourceRange)?

  /// Where `from` stands, for faults of the page's dates.
  let datesPlace: SourceRange

  /// Where `area` stands.
  let areaPlace: SourceRange

  /// A name in the heading.
  struct Column {
    let name: String
    let place: SourceRange
  }

  /// Columns that are not on the page.
  struct Absence {
    let columns: [Column]
    /// Where they are found.
    let found: String
  }

  /// Rows of one tariff.
  struct Group {
    let tariff: String
    let place: SourceRange
    /// The page of the source they stand on, where it has several.
    let sourcePage: String?
    let rows: [Row]
    let marks: [Mark]
  }

  /// A row.
  struct Row {
    /// Nothing for every voltage.
    let voltages: Set<Voltage>?
    let cells: [Cell]
    let element: ElementReader

    /// Whether every cell is a number or blank.
    var isReadable: Bool { cells.allSatisfy(\.isReadable) }

    /// The row by its voltages, for messages.
    var title: Message { Row.title(voltages) }

    static func title(_ voltages: Set<Voltage>?) -> Message {
      guard let voltages else { return "the row for every voltage" }
      return "the row for \(voltages.sorted().map(\.rawValue).joined(separator: " "))"
    }
  }

  /// One figure.
  struct Cell {
    let text: String
    /// Nothing for a blank cell, and for a figure that is not known.
    let price: Price?
    let isReadable: Bool
    let place: SourceRange

    /// Whether the page prints a figure that is not known.
    var isUnknown: Bool { text == "?" }
  }

  /// A figure that is known not to recompute.
  struct Mark {
    let voltages: Set<Voltage>?
    let column: String
    let recomputed: Price
    let element: ElementReader
  }
}
