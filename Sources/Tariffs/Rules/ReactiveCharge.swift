import Quantities

/// A price on reactive energy beyond a share of active energy that is free.
public struct ReactiveCharge: Sendable, Hashable {
  /// The price of a kilovar-hour.
  public let price: PriceSource
  /// The free share of active energy. [kvarh/kWh]
  public let freeShare: Rate
  /// Which reactive energy counts.
  public let counted: ReactiveCount

  /// Makes a reactive charge.
  public init(price: PriceSource, freeShare: Rate, counted: ReactiveCount) {
    self.price = price
    self.freeShare = freeShare
    self.counted = counted
  }
}
