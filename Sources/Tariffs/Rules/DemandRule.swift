import Quantities

/// How billed demand follows from metered demand, and at what price.
public struct DemandRule: Sendable, Hashable {
  /// The price of a kilowatt, by tiers of billed demand; the last tier has no limit.
  public let tiers: [Tier]
  /// What billed demand may not fall below.
  public let floors: [Floor]
  /// The rule on a declared contract demand; nothing where none is declared.
  public let contract: ContractRule?
  /// Reductions of the price.
  public let discounts: [Discount]

  /// A slice of billed demand at one price.
  public struct Tier: Sendable, Hashable {
    /// The upper end of the slice; nothing for the last. [kW]
    public let upTo: Quantity?
    /// The price of a kilowatt in it.
    public let price: PriceSource

    /// Makes a tier.
    public init(upTo: Quantity?, price: PriceSource) {
      self.upTo = upTo
      self.price = price
    }
  }

  /// What billed demand may not fall below.
  public enum Floor: Sendable, Hashable {
    /// A share of installed capacity, under the contract demand (1583号: 40 %).
    case capacityUnderContract(Rate)
    /// A share of installed capacity, under the metered demand (the reading before 2016).
    case capacityUnderMetered(Rate)
    /// A share of the contract demand, under the metered demand.
    case contract(Rate)
    /// A least demand. [kW]
    case least(Power)
    /// A share of the highest demand of some months back, counting only the months named.
    case ratchet(share: Rate, monthsBack: Int, months: MonthSet)
  }

  /// What a declared contract demand costs, kept or exceeded.
  public struct ContractRule: Sendable, Hashable {
    /// The demand allowed as a multiple of the contract: 1.05.
    public let allowance: Rate
    /// How demand beyond it is charged, where the account does not say.
    public let reading: ExcessReading
    /// What is billed when no contract demand is declared.
    public let withoutContract: WithoutContract

    /// Makes a rule.
    public init(allowance: Rate, reading: ExcessReading, withoutContract: WithoutContract) {
      self.allowance = allowance
      self.reading = reading
      self.withoutContract = withoutContract
    }
  }

  /// What is billed when no contract demand is declared.
  public enum WithoutContract: String, Sendable, Hashable {
    /// The floor is taken as the contract, and its excess rule applies.
    case floor
    /// The metered demand or the floor, whichever is higher.
    case metered = "metered-demand"
  }

  /// A lower price for accounts that use their capacity well.
  public struct Discount: Sendable, Hashable {
    /// The least use of the month, per kVA installed. [kWh/kVA]
    public let energyPerCapacity: Quantity
    /// What the price is multiplied by.
    public let factor: Rate
    /// Where the discount stands.
    public let rule: RuleReference

    /// Makes a discount.
    public init(energyPerCapacity: Quantity, factor: Rate, rule: RuleReference) {
      self.energyPerCapacity = energyPerCapacity
      self.factor = factor
      self.rule = rule
    }
  }

  /// Makes a demand rule.
  public init(
    tiers: [Tier], floors: [Floor], contract: ContractRule?, discounts: [Discount]
  ) {
    self.tiers = tiers
    self.floors = floors
    self.contract = contract
    self.discounts = discounts
  }

  /// The share of installed capacity under the contract or the metered demand, where there is one.
  public var capacityShare: Rate? {
    for floor in floors {
      switch floor {
      case .capacityUnderContract(let share), .capacityUnderMetered(let share): return share
      case .contract, .least, .ratchet: continue
      }
    }
    return nil
  }
}
