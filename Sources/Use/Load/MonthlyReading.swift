import Quantities

/// One month's register readings of an account, after the multiplier.
public struct MonthlyReading: Sendable, Hashable {
  /// The billing month.
  public var month: Month
  /// Energy by time-of-use register, in the order read. [kWh]
  public var energy: [RegisterEnergy]
  /// The total register, where it is read on its own. [kWh]
  public var total: Energy?
  /// The month's maximum demand. [kW]
  public var maximumDemand: Power?
  /// Maximum demand by the tariff's demand windows. [kW]
  public var windowDemand: [String: Power]
  /// The month's maximum apparent power. [kVA]
  public var maximumApparent: Power?
  /// The month's maximum reactive power drawn. [kvar]
  public var maximumReactive: Power?
  /// Reactive energy drawn. [kvarh]
  public var reactiveForward: Energy?
  /// Reactive energy fed back. [kvarh]
  public var reactiveReverse: Energy?
  /// The energy of sub-meters that are read, by their names. [kWh]
  public var subMeters: [String: Energy]
  /// Maximum demand of each supply line, by its name. [kW]
  public var lineDemand: [String: Power]
  /// Energy fed into the grid, settled apart. [kWh]
  public var exported: Energy?
  /// The contract demand in force that month, where it differs from the account's. [kW]
  public var contractDemand: Power?

  /// Makes a reading of nothing.
  public init(month: Month) {
    self.month = month
    energy = []
    windowDemand = [:]
    subMeters = [:]
    lineDemand = [:]
  }

  /// The total register, or the sum of the period registers.
  public var totalEnergy: Energy { total ?? energy.reduce(.zero) { $0 + $1.energy } }
}
