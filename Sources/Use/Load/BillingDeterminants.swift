import Quantities

/// Everything a month's bill depends on, whether it came from registers or from intervals.
public struct BillingDeterminants: Sendable, Hashable {
  /// The billing month.
  public let month: Month
  /// Energy by period, in the tariff's order. [kWh]
  public var energy: [RegisterEnergy]
  /// The whole month's energy, by the total register where there is one. [kWh]
  public var totalEnergy: Energy
  /// The month's maximum demand. [kW]
  public var maximumDemand: MaximumDemand?
  /// Maximum demand within each of the tariff's demand windows, by the window's name. [kW]
  public var windowDemand: [String: MaximumDemand]
  /// Maximum apparent power within each of the tariff's demand windows. [kVA]
  public var windowApparent: [String: MaximumDemand]
  /// Maximum reactive power within each of the tariff's demand windows. [kvar]
  public var windowReactive: [String: MaximumDemand]
  /// The month's maximum apparent power. [kVA]
  public var maximumApparent: MaximumDemand?
  /// The month's maximum reactive power drawn. [kvar]
  public var maximumReactive: MaximumDemand?
  /// The highest mean over any stretch as long as the demand interval, known only from intervals
  /// shorter than it. [kW]
  public var slidingDemand: MaximumDemand?
  /// The length of the intervals demand was taken from; nothing for a register. [s]
  public var demandIntervalSeconds: Int?
  /// Reactive energy drawn; nothing where it is not metered. [kvarh]
  public var reactiveForward: Energy?
  /// Reactive energy fed back; nothing where it is not metered. [kvarh]
  public var reactiveReverse: Energy?
  /// Energy in the order it was used, run by run of one period, for tariffs that fill their tiers
  /// in that order; empty for registers. [kWh]
  public var sequence: [RegisterEnergy]
  /// The energy of sub-meters that are read, by their names. [kWh]
  public var subMeters: [String: Energy]
  /// Maximum demand of each supply line, by its name. [kW]
  public var lineDemand: [String: MaximumDemand]
  /// Energy fed into the grid, settled apart. [kWh]
  public var exported: Energy?
  /// The contract demand of that month, where it differs from the account's. [kW]
  public var contractDemand: Power?
  /// How much of the month was metered.
  public var coverage: Coverage
  /// What of it was filled in and not metered.
  public var estimated = EstimatedUse()
  /// Figures that are left out above because only part of the month tells them.
  public var withheld: [WithheldFigure] = []

  /// Makes the determinants of a month without use.
  public init(month: Month, coverage: Coverage) {
    self.month = month
    self.coverage = coverage
    energy = []
    totalEnergy = .zero
    windowDemand = [:]
    windowApparent = [:]
    windowReactive = [:]
    sequence = []
    subMeters = [:]
    lineDemand = [:]
  }

  /// The energy of one period; nothing counted is zero. [kWh]
  public func energy(in period: PeriodName) -> Energy {
    energy.first { $0.period == period }?.energy ?? .zero
  }
}
