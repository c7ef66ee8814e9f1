import Quantities

/// One published page of prices.
public struct PricePage: Sendable, Hashable {
  /// The area it is for, such as `cn-hubei`; `cn` for a page of all areas whose names begin so.
  public let area: String
  /// The days its prices are in force.
  public let inForce: DateRange
  /// The page itself.
  public let source: Source
  /// Where it stands.
  public let file: String
  /// The columns, in the order of the page.
  public let columns: [String]
  /// The rows.
  public let rows: [PriceRow]
  /// Where a price is found that its tariffs need and the page does not print, by column.
  public let foundElsewhere: [String: String]

  /// Makes a page.
  public init(
    area: String, inForce: DateRange, source: Source, file: String, columns: [String],
    rows: [PriceRow], foundElsewhere: [String: String] = [:]
  ) {
    self.area = area
    self.inForce = inForce
    self.source = source
    self.file = file
    self.columns = columns
    self.rows = rows
    self.foundElsewhere = foundElsewhere
  }

  /// Whether the page prints rows of a tariff.
  public func serves(_ tariff: Tariff) -> Bool { rows.contains { $0.tariff == tariff.id } }

  /// The same page with some of its rows.
  public func keeping(_ isKept: (PriceRow) -> Bool) -> PricePage {
    PricePage(
      area: area, inForce: inForce, source: source, file: file, columns: columns,
      rows: rows.filter(isKept), foundElsewhere: foundElsewhere)
  }

  /// The area and those it lies in, the narrowest first: `cn-hubei`, `cn`.
  public static func areas(around area: String) -> [String] {
    let parts = area.split(separator: "-")
    return (1...max(1, parts.count)).reversed().map { parts.prefix($0).joined(separator: "-") }
  }
}
