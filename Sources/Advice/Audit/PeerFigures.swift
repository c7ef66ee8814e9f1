import Quantities

/// What accounts like the one that is audited come to.
public struct PeerFigures: Sendable, Hashable {
  /// The median of their average prices. [currency/kWh]
  public let medianPrice: Price
  /// The median of the basic charge's share of their bills. [fraction]
  public let medianBasicShare: Rate

  /// Makes figures.
  public init(medianPrice: Price, medianBasicShare: Rate) {
    self.medianPrice = medianPrice
    self.medianBasicShare = medianBasicShare
  }
}
