import Quantities

/// What the accounts of a group come to, robustly: half of them may be out of line and the figures
/// still hold.
package struct PeerStatistics: Sendable, Hashable {
  /// How many there are.
  package let count: Int
  /// The median of their average prices. [currency/kWh]
  package let medianPrice: Price
  /// The median distance of their prices from it. [currency/kWh]
  package let medianDistance: Price
  /// The median of the basic charge's part of their bills. [fraction]
  package let medianBasicShare: Rate

  /// Turns a median distance into a standard deviation, where prices are normally distributed.
  private static let deviations = Rate(units: 1_482_600_000_000)

  /// Takes figures that were worked out elsewhere.
  package init(count: Int, medianPrice: Price, medianDistance: Price, medianBasicShare: Rate) {
    self.count = count
    self.medianPrice = medianPrice
    self.medianDistance = medianDistance
    self.medianBasicShare = medianBasicShare
  }

  /// Works the figures out; nothing without a price.
  init?(_ members: [ScreenFigures]) {
    let prices = members.compactMap(\.averagePrice)
    guard let median = Self.median(prices) else { return nil }
    count = prices.count
    medianPrice = median
    medianDistance =
      Self.median(prices.map { Price(units: ($0.units - median.units).magnitudeAsSigned) }) ?? .zero
    medianBasicShare = Self.median(members.compactMap(\.basicShare)) ?? .zero
  }

  /// How far a price is from the median, as a part of it.
  func deviation(of price: Price) -> Rate? {
    Rate(price, over: medianPrice).map { $0 - .one }
  }

  /// How many robust standard deviations a price is from the median; nothing where all are alike.
  func score(of price: Price) -> Rate? {
    Rate(price - medianPrice, over: medianDistance.times(Self.deviations))
  }

  /// The middle value; of an even count, the mean of the two in the middle.
  static func median<Value: FixedPoint>(_ values: [Value]) -> Value? {
    guard !values.isEmpty else { return nil }
    let sorted = values.map(\.units).sorted()
    let middle = sorted.count / 2
    guard sorted.count.isMultiple(of: 2) else { return Value(units: sorted[middle]) }
    return Value(
      units: RoundingMode.halfAwayFromZero.divide(sorted[middle - 1] + sorted[middle], by: 2))
  }
}

extension Int128 {
  fileprivate var magnitudeAsSigned: Int128 { self < 0 ? -self : self }
}
