import Quantities

/// One part of the price of a kilowatt-hour.
public struct PriceComponent: Sendable, Hashable {
  /// The name, also of its column in the price page.
  public let name: String
  /// Its price.
  public let price: PriceSource
  /// Whether period ratios and adders apply to it (浮动).
  public let floats: Bool
  /// Whether it is a fund or surcharge (政府性基金及附加), billed as `funds`.
  public let isFund: Bool
  /// Whether the power-factor adjustment is reckoned on it.
  public let inPowerFactorBase: Bool
  /// The classes of surcharge (差别电价) it applies to; nothing for every account.
  public let classes: Set<String>?
  /// Factors for accounts with a given source of energy.
  public let multiples: [EnergySource: Rate]

  /// Makes a component.
  public init(
    name: String, price: PriceSource, floats: Bool, isFund: Bool, inPowerFactorBase: Bool,
    classes: Set<String>? = nil, multiples: [EnergySource: Rate] = [:]
  ) {
    self.classes = classes
    self.name = name
    self.price = price
    self.floats = floats
    self.isFund = isFund
    self.inPowerFactorBase = inPowerFactorBase
    self.multiples = multiples
  }

  /// Whether the component applies to an account of a class.
  public func applies(to surchargeClass: String?) -> Bool {
    guard let classes else { return true }
    return surchargeClass.map(classes.contains) ?? false
  }

  /// Whether the component has a bill line of its own even where others are billed by period:
  /// whatever is left out of the power-factor base must be seen apart.
  public var hasOwnLine: Bool { isFund || !inPowerFactorBase }
}
