import Quantities

/// A slice of energy or demand at one price.
struct URDBTier: Hashable {

  /// The upper end; nothing where there is no limit.
  let upTo: Quantity?

  /// The rate itself. [USD/unit]
  let rate: Price

  /// What is added to it. [USD/unit]
  let adjustment: Price

  /// What is added in the month. [USD/unit]
  var fuel: Price = .zero

  /// What is billed. [USD/unit]
  var price: Price { rate + adjustment + fuel }

  /// The same with what is added in the month. [USD/unit]
  func adding(fuel: Price) -> URDBTier {
    URDBTier(upTo: upTo, rate: rate, adjustment: adjustment, fuel: fuel)
  }
}
