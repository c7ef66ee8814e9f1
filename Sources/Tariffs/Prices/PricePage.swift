import Quantities

/// One published page of prices.
public struct PricePage: Sendable, Hashable {
  /// The area it is for, such as `cn-hubei`.
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

  /// Makes a page.
  public init(
    area: String, inForce: DateRange, source: Source, file: String, columns: [String],
    rows: [PriceRow]
  ) {
    self.area = area
    self.inForce = inForce
    self.source = source
    self.file = file
    self.columns = columns
    self.rows = rows
  }
}
