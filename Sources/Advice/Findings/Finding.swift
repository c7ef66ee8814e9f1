import Quantities

/// Something about an account that stands out, with the figures it rests on.
public struct Finding: Sendable, Hashable {
  /// How much it matters.
  public enum Severity: String, Sendable, Hashable, CaseIterable {
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
    /// A transformer in hot standby is billed although it carries no load.
    case standbyCharged = "standby-charged"
    /// Transformers could be paused in months of low load.
    case pausePossible = "pause-possible"
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
    /// A month's maximum demand stands apart from all else of the month.
    case peakSetByOneEvent = "peak-set-by-one-event"
    /// More energy in dear hours than an even load would have.
    case peakHeavy = "peak-heavy"
    /// Less energy in cheap hours than an even load would have.
    case valleyUnused = "valley-unused"
    /// The power factor is below the standard.
    case powerFactorPenalty = "power-factor-penalty"
    /// One hundredth more would earn a better rate.
    case powerFactorNearStep = "power-factor-near-step"
    /// Reactive energy is fed back and counts against the account.
    case overCompensation = "over-compensation"
    /// The power-factor standard is not the one of the tariff's rule.
    case wrongPowerFactorStandard = "wrong-power-factor-standard"
    /// What was issued follows from the prices of another voltage.
    case wrongPriceRow = "wrong-price-row"
    /// Losses are billed because the meter is on the low-voltage side.
    case lossesBilledLowVoltage = "losses-billed-lv"
    /// The single-part tariff would be cheaper.
    case singlePartCheaper = "single-part-cheaper"
    /// Energy is bought at one and a half times the purchase price.
    case agentOneAndAHalf = "agent-1.5"
    /// A kilowatt-hour costs more than that of accounts like this one.
    case priceAbovePeers = "price-above-peers"
    /// The basic charge is more of the bill than with accounts like this one.
    case basicShareAbovePeers = "basic-share-above-peers"
    /// A month with next to no energy.
    case idleMonth = "idle-month"
    /// Months with holes in their data.
    case dataGap = "data-gap"
    /// Values may not be what was metered, or registers do not add up.
    case dataSuspect = "data-suspect"
    /// Every value may be a multiple of what was metered.
    case multiplierSuspect = "multiplier-suspect"
    /// Bills the utility has issued differ from what follows from the rules.
    case billDiffers = "bill-differs"
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
      /// A sentence.
      case sentence(Message)
      /// Sentences, or phrases.
      case sentences([Message])
      /// Words.
      case words([String])
      /// A moment.
      case moment(LocalTime)
      /// Other readings of a rule or a file.
      case variants([BillingVariant])
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
