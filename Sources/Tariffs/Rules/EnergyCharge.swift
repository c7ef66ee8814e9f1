import Quantities

/// What energy costs by period, component and tier.
public struct EnergyCharge: Sendable, Hashable {
  /// What stands on the bill.
  public enum Billing: String, Sendable, Hashable {
    /// A line per period at the price the page prints, less what is billed on lines of its own.
    case published
    /// A line per period at the price that follows from the components.
    case derived
    /// A line per component and, where it floats, per period.
    case components
  }

  /// What a tier's limit is measured in.
  public enum TierBasis: String, Sendable, Hashable {
    /// Energy of the month.
    case energy = "kWh"
    /// Energy per day of the month.
    case dailyEnergy = "kWh/day"
    /// Energy per kilowatt of the month's maximum demand (hours of use).
    case energyPerDemand = "kWh/kW"
  }

  /// How a month's energy fills the tiers when it falls into several periods.
  public enum TierAllocation: String, Sendable, Hashable {
    /// Every period has its share of each tier.
    case proportional
    /// In the order in which the energy was used.
    case chronological
  }

  /// What stands on the bill.
  public let billing: Billing
  /// The parts of the price of a kilowatt-hour.
  public let components: [PriceComponent]
  /// The price by period, for the months each entry names.
  public let periods: [PeriodPrice]
  /// What the limits of tiers are measured in.
  public let tierBasis: TierBasis
  /// How energy fills the tiers.
  public let tierAllocation: TierAllocation

  /// Makes an energy charge.
  public init(
    billing: Billing, components: [PriceComponent], periods: [PeriodPrice],
    tierBasis: TierBasis = .energy, tierAllocation: TierAllocation = .proportional
  ) {
    self.billing = billing
    self.components = components
    self.periods = periods
    self.tierBasis = tierBasis
    self.tierAllocation = tierAllocation
  }

  /// The price of a period in a month of the year.
  public func price(of period: PeriodName, in month: Int) -> PeriodPrice? {
    periods.first { $0.period == period && $0.months.contains(month) }
  }
}
