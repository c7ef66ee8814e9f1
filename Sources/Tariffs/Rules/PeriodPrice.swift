import Quantities

/// The price of a kilowatt-hour in one period.
public struct PeriodPrice: Sendable, Hashable {
  /// The period.
  public let period: PeriodName
  /// The months of the year it is for.
  public let months: MonthSet
  /// Slices of the month's energy; the last has no limit, a plain price is one slice.
  public let tiers: [Tier]
  /// The column in which the page prints the period's price.
  public let publishedColumn: String?
  /// Where it stands.
  public let rule: RuleReference

  /// A slice of energy at one price.
  public struct Tier: Sendable, Hashable {
    /// The upper end, in the unit of the charge's tier basis; nothing for the last.
    public let upTo: Quantity?
    /// Its price.
    public let formula: Formula

    /// Makes a tier.
    public init(upTo: Quantity?, formula: Formula) {
      self.upTo = upTo
      self.formula = formula
    }
  }

  /// How a period's price follows from the flat one.
  public enum Formula: Sendable, Hashable {
    /// The floating components times a ratio.
    case times(Rate)
    /// The floating components and an adder. [currency/kWh]
    case plus(Price)
    /// A price of its own, beside the components.
    case price(PriceSource)
    /// What the page prints, no rule it follows by being known; the ratio may be, without that on
    /// which it is.
    case published(ratio: Rate?)
  }

  /// Makes a period's price.
  public init(
    period: PeriodName, months: MonthSet, tiers: [Tier], publishedColumn: String?,
    rule: RuleReference
  ) {
    self.period = period
    self.months = months
    self.tiers = tiers
    self.publishedColumn = publishedColumn
    self.rule = rule
  }
}
