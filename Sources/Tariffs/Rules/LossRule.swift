import Quantities

/// What is added to the energy of accounts metered on the low-voltage side (高供低计).
public struct LossRule: Sendable, Hashable {
  /// Hours of a month over which no-load losses run (720); a part of a month in thirtieths. [h]
  public let hoursPerMonth: Int
  /// How load losses are found.
  public let copper: Copper
  /// Reactive load loss, per kilowatt-hour metered; nothing where the physics tell. [kvarh/kWh]
  public let reactiveCopper: Rate?
  /// What the loss of the customer's own line is a share of.
  public let lineLossBase: LineLossBase
  /// How losses are spread over the periods.
  public let allocation: Allocation
  /// Whether losses count in the power factor.
  public let countsInPowerFactor: Bool
  /// Where the rule stands.
  public let rule: RuleReference

  /// How load losses are found.
  public enum Copper: Sendable, Hashable {
    /// A share of the metered energy by load ratio, kWh ÷ hours ÷ (0.8 × kVA); the last has no
    /// limit.
    case bands([Band])
    /// Pk × (S ÷ Sn)² from the month's mean apparent power.
    case physics
  }

  /// A share of the metered energy up to a load ratio.
  public struct Band: Sendable, Hashable {
    /// The highest load ratio it is for; nothing for the last. [fraction]
    public let upTo: Rate?
    /// The share. [fraction]
    public let share: Rate

    /// Makes a band.
    public init(upTo: Rate?, share: Rate) {
      self.upTo = upTo
      self.share = share
    }
  }

  /// What the loss of the customer's own line is a share of.
  public enum LineLossBase: String, Sendable, Hashable, CaseIterable {
    /// Metered energy.
    case metered
    /// Metered energy and transformer losses.
    case meteredAndTransformer = "metered-and-transformer"
  }

  /// How losses are spread over the periods.
  public enum Allocation: String, Sendable, Hashable, CaseIterable {
    /// In proportion to the metered energy, the rest of the rounding at flat.
    case proRata = "pro-rata"
    /// All at the flat price (the older rule).
    case flat
  }

  /// Makes a rule.
  public init(
    hoursPerMonth: Int, copper: Copper, reactiveCopper: Rate?,
    lineLossBase: LineLossBase = .meteredAndTransformer, allocation: Allocation,
    countsInPowerFactor: Bool, rule: RuleReference
  ) {
    self.lineLossBase = lineLossBase
    self.hoursPerMonth = hoursPerMonth
    self.copper = copper
    self.reactiveCopper = reactiveCopper
    self.allocation = allocation
    self.countsInPowerFactor = countsInPowerFactor
    self.rule = rule
  }
}
