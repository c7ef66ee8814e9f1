import Quantities

extension EnergyCharge {
  /// A component with its price in force and the factor of the account's energy source.
  public struct PricedComponent: Sendable, Hashable {
    /// The component.
    public let component: PriceComponent
    /// Its price, the factor not yet applied.
    public let price: Price
    /// The factor; 1 for most accounts.
    public let factor: Rate

    /// Makes a priced component.
    public init(component: PriceComponent, price: Price, factor: Rate = .one) {
      self.component = component
      self.price = price
      self.factor = factor
    }

    /// What the account pays. [currency/kWh]
    public var effectivePrice: Price { factor == .one ? price : price.times(factor) }
  }

  /// The price of a kilowatt-hour in a period, all components included.
  ///
  /// The formula takes the place of the floating components, or works on them; the others are
  /// added. The sum is rounded once.
  ///
  /// - Parameters:
  ///   - formula: How the floating part follows.
  ///   - literal: The price in force behind ``PeriodPrice/Formula/price(_:)``, if that is the formula.
  ///   - components: Every component with its price.
  ///   - rounding: Digits of a period price.
  /// - Returns: The price. [currency/kWh]
  public static func price(
    _ formula: PeriodPrice.Formula, literal: Price?, components: [PricedComponent],
    rounding: BillRounding
  ) -> Price {
    var (floating, own, fixed) = (Price.zero, Price.zero, Price.zero)
    for priced in components {
      if priced.component.floats {
        floating = floating + priced.effectivePrice
      } else if priced.component.hasOwnLine {
        own = own + priced.effectivePrice
      } else {
        fixed = fixed + priced.effectivePrice
      }
    }
    let period: Price
    switch formula {
    case .times(let ratio): period = floating.times(ratio)
    case .plus(let adder): period = floating + adder
    case .price: period = literal ?? .zero
    case .published: preconditionFailure("a price that follows from nothing is printed or given")
    }
    return rounding.periodPrice(period + fixed, and: own)
  }
}
