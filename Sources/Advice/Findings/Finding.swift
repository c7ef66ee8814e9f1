import Quantities

/// Something about an account that stands out, with the figures it rests on.
public struct Finding: Sendable, Hashable {
  /// How much it matters.
  public enum Severity: String, Sendable, Hashable {
    /// Money can be saved.
    case saving
    /// Something is wrong.
    case error
    /// Something may be wrong.
    case warning
    /// Worth knowing.
    case info
  }

  /// What stands out; the raw value is the stable code.
  public enum Code: String, Sendable, Hashable, CaseIterable {
    /// The floor is billed, not the demand.
    case floorBinds = "floor-binds"
    /// The transformer is far larger than the load.
    case oversizedTransformer = "oversized-transformer"
    /// The load is beyond the loading limit of the transformer.
    case undersizedTransformer = "undersized-transformer"
    /// The load is beyond the transformer's rating.
    case demandExceedsCapacity = "demand-exceeds-capacity"
    /// Another method of the basic charge would be cheaper.
    case methodNotCheapest = "method-not-cheapest"
    /// A lower contract demand would be cheaper.
    case contractTooHigh = "contract-too-high"
    /// A higher contract demand would be cheaper.
    case contractTooLow = "contract-too-low"
    /// A little more use would earn the discount.
    case discountWithinReach = "discount-within-reach"
    /// The discount was earned in some months and missed narrowly in others.
    case discountLost = "discount-lost"
    /// More energy in dear hours than an even load would have.
    case peakHeavy = "peak-heavy"
    /// Less energy in cheap hours than an even load would have.
    case valleyUnused = "valley-unused"
    /// The power factor is below the standard.
    case powerFactorPenalty = "power-factor-penalty"
    /// One hundredth more would earn a better rate.
    case powerFactorNearStep = "power-factor-near-step"
    /// A month with next to no energy.
    case idleMonth = "idle-month"
    /// Months with holes in their data.
    case dataGap = "data-gap"
    /// Registers do not add up.
    case dataSuspect = "data-suspect"
  }

  /// A figure with its name; units stand in the name.
  public struct Evidence: Sendable, Hashable {
    /// The key, such as `floor_kw`.
    public let key: String
    /// The figure.
    public let value: Value

    /// Kinds of figures.
    public enum Value: Sendable, Hashable {
      /// Money. [currency]
      case money(Money)
      /// A price.
      case price(Price)
      /// Power. [kW, kVA]
      case power(Power)
      /// Energy or another quantity.
      case quantity(Quantity)
      /// A fraction.
      case rate(Rate)
      /// A count.
      case count(Int)
      /// A month.
      case month(Month)
      /// Months.
      case months([Month])
      /// A word, such as a method.
      case word(String)
    }

    init(_ key: String, _ value: Value) {
      self.key = key
      self.value = value
    }
  }

  /// What stands out.
  public let code: Code
  /// How much it matters.
  public let severity: Severity
  /// The figures.
  public let evidence: [Evidence]

  /// The figure of a name.
  public func value(_ key: String) -> Evidence.Value? {
    evidence.first { $0.key == key }?.value
  }
}
