/// What is paid for energy fed into the grid, settled apart from the energy charge.
public struct ExportCredit: Sendable, Hashable {
  /// What is paid for a kilowatt-hour.
  public let price: PriceSource

  /// Makes a credit.
  public init(price: PriceSource) { self.price = price }
}
