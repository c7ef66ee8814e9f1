import Quantities

/// The basic charge (基本电费): one of the methods the account may choose.
public struct BasicCharge: Sendable, Hashable {
  /// The methods the tariff allows.
  public let methods: [Method]
  /// How paused transformers count.
  public let pauses: PauseRule

  /// One way to work out the basic charge.
  public struct Method: Sendable, Hashable {
    /// Which method.
    public let method: BasicChargeMethod
    /// What is counted and at what price.
    public let basis: Basis
    /// Where the method stands.
    public let rule: RuleReference

    /// Makes a method.
    public init(method: BasicChargeMethod, basis: Basis, rule: RuleReference) {
      self.method = method
      self.basis = basis
      self.rule = rule
    }
  }

  /// What a method counts.
  public enum Basis: Sendable, Hashable {
    /// Installed capacity. [kVA]
    case capacity(price: PriceSource)
    /// Demand. [kW]
    case demand(DemandRule)
  }

  /// Makes a basic charge.
  public init(methods: [Method], pauses: PauseRule = .since2016) {
    self.methods = methods
    self.pauses = pauses
  }

  /// The method, where the tariff allows it.
  public func method(_ method: BasicChargeMethod) -> Method? {
    methods.first { $0.method == method }
  }
}
