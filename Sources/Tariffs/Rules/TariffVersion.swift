import Quantities

/// The rules of a tariff over the days they are in force.
public struct TariffVersion: Sendable, Hashable {
  /// The days the rules are in force.
  public let inForce: DateRange
  /// Who may be billed under the tariff, and by what tariff others are billed.
  public let eligibility: [EligibilityRule]
  /// Which hour is which period of the energy charge.
  public private(set) var timeOfUse: DayCalendar
  /// Which hours count for each demand charge with a window, by the window's name.
  public private(set) var demandWindows: [DemandWindow]
  /// The length of the demand interval. [s]
  public let demandIntervalSeconds: Int
  /// How figures are rounded.
  public let rounding: BillRounding
  /// How often the method and the contract demand may be changed.
  public let terms: ChangeTerms
  /// What is added where the meter is on the low-voltage side; nothing where the tariff has no rule.
  public let losses: LossRule?
  /// The charges, in the order of the bill; a charge reckoned on others stands after them.
  public let charges: [Charge]
  /// Where the version stands.
  public let rule: RuleReference

  /// Makes a version.
  public init(
    inForce: DateRange, eligibility: [EligibilityRule], timeOfUse: DayCalendar,
    demandWindows: [DemandWindow], demandIntervalSeconds: Int, rounding: BillRounding,
    terms: ChangeTerms, losses: LossRule? = nil, charges: [Charge], rule: RuleReference
  ) {
    self.inForce = inForce
    self.eligibility = eligibility
    self.timeOfUse = timeOfUse
    self.demandWindows = demandWindows
    self.demandIntervalSeconds = demandIntervalSeconds
    self.rounding = rounding
    self.terms = terms
    self.losses = losses
    self.charges = charges
    self.rule = rule
  }

  /// The same version, the hot days of its calendars found by temperatures.
  func knowing(_ weather: Weather) -> TariffVersion {
    var version = self
    version.timeOfUse = timeOfUse.knowing(weather)
    version.demandWindows = demandWindows.map { $0.knowing(weather) }
    return version
  }

  /// The basic charge, where the tariff has one.
  public var basicCharge: BasicCharge? {
    for charge in charges { if case .basic(let basic) = charge.kind { return basic } }
    return nil
  }

  /// The energy charge, where the tariff has one.
  public var energyCharge: EnergyCharge? {
    for charge in charges { if case .energy(let energy) = charge.kind { return energy } }
    return nil
  }

  /// The power-factor adjustment, where the tariff has one.
  public var powerFactorCharge: PowerFactorCharge? {
    for charge in charges {
      if case .powerFactor(let adjustment) = charge.kind { return adjustment }
    }
    return nil
  }
}
