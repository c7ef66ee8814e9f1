import Quantities

/// The power-factor adjustment (功率因数调整电费), 水电财字〔83〕215号.
public struct PowerFactorCharge: Sendable, Hashable {
  /// The adjustment by standard.
  public let tables: [PowerFactorTable]
  /// The charges it is reckoned on.
  public let base: [ChargeSelector]
  /// Which standard an account has, first rule that fits; none means no adjustment.
  public let standards: [StandardRule]
  /// Which reactive energy counts.
  public let counted: ReactiveCount

  /// Which accounts are held to a standard.
  public struct StandardRule: Sendable, Hashable {
    /// The standard.
    public let standard: PowerFactorStandard
    /// The capacities it is for. [kVA]
    public let capacity: CapacityRange
    /// The voltages it is for; nothing for all.
    public let voltages: Set<Voltage>?

    /// Makes a rule.
    public init(
      standard: PowerFactorStandard, capacity: CapacityRange, voltages: Set<Voltage>?
    ) {
      self.standard = standard
      self.capacity = capacity
      self.voltages = voltages
    }
  }

  /// Makes an adjustment.
  public init(
    tables: [PowerFactorTable], base: [ChargeSelector], standards: [StandardRule],
    counted: ReactiveCount
  ) {
    self.tables = tables
    self.base = base
    self.standards = standards
    self.counted = counted
  }

  /// The table for a standard.
  public func table(for standard: PowerFactorStandard) -> PowerFactorTable? {
    tables.first { $0.standard == standard }
  }
}
