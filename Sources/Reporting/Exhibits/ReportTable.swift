import Quantities

/// A table of a report, of which a page and a workbook are made alike.
///
/// Figures are exact decimal text; a page shows them in words of the reader, a workbook as numbers.
struct ReportTable: Sendable {
  /// What a column holds.
  enum Kind: Sendable, Hashable {
    case text
    /// A number shown with so many digits after the point.
    case number(digits: Int)
    /// An amount shown with so many digits after the point. [currency]
    case money(digits: Int)
    /// A fraction shown in percent.
    case percent
    case month
    case date
  }

  /// A column.
  struct Column: Sendable {
    let heading: String
    let kind: Kind
    /// Whether its cells add up to that of the row of totals.
    let isSummed: Bool
    /// The columns whose cells add up to this one's in every row.
    let sumOf: ClosedRange<Int>?

    init(
      _ heading: String, _ kind: Kind, isSummed: Bool = false, sumOf: ClosedRange<Int>? = nil
    ) {
      self.heading = heading
      self.kind = kind
      self.isSummed = isSummed
      self.sumOf = sumOf
    }
  }

  /// A cell.
  enum Cell: Sendable, Hashable {
    case empty
    case text(String)
    /// A figure as decimal text, shown as others of its column, or as a kind of its own.
    case figure(String, as: Kind? = nil)
    case month(Month)
    case date(CalendarDate)

    /// The figure in the shortest digits that keep it.
    static func exact(_ value: some FixedPoint) -> Cell { .figure(value.description) }

    /// The figure, shown otherwise than others of its column.
    static func exact(_ value: some FixedPoint, as kind: Kind) -> Cell {
      .figure(value.description, as: kind)
    }

    /// The figure, or nothing where there is none.
    static func exact<Value: FixedPoint>(_ value: Value?) -> Cell {
      value.map { .figure($0.description) } ?? .empty
    }
  }

  /// What stands in it.
  let caption: String
  let columns: [Column]
  let rows: [[Cell]]
  /// What the rows come to; nothing where they are not added up.
  var totals: [Cell]?

  /// The figures of a column for a picture; nothing where a cell has none.
  func values(_ column: Int) -> [Double?] { rows.map { Self.value($0[column]) } }

  private static func value(_ cell: Cell) -> Double? {
    guard case .figure(let text, _) = cell else { return nil }
    return Double(text)
  }

  /// The names of the rows: their first cells.
  var names: [String] { rows.map { $0.first.map { text($0, .text) } ?? "" } }

  /// A cell as people read it.
  func text(_ cell: Cell, _ kind: Kind) -> String {
    switch cell {
    case .empty: return "—"
    case .text(let text): return text
    case .month(let month): return month.description
    case .date(let date): return date.description
    case .figure(let text, let own): return Self.figure(text, own ?? kind)
    }
  }

  private static func figure(_ text: String, _ kind: Kind) -> String {
    let style = NumberStyle.grouped
    switch kind {
    case .number(let digits), .money(let digits):
      guard let value = try? Money(text) else { return style.decimal(text) }
      return style.number(value, digits: digits)
    case .percent:
      guard let rate = try? Rate(text) else { return style.decimal(text) }
      return PercentWords.share(rate)
    case .text, .month, .date: return style.decimal(text)
    }
  }
}
