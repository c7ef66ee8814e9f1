import Quantities

/// A customer's supply as the utility bills it.
public struct Account: Sendable, Hashable {
  /// The account number (户号).
  public var id: String
  /// The customer's name (户名).
  public var name: String
  /// The industry (行业), by which accounts are compared.
  public var industry: String
  /// The tariff's id.
  public var tariff: String
  /// The supply voltage (电压等级), where known.
  public var voltage: Voltage?
  /// Installed transformers, where known.
  public var transformers: TransformerSet?
  /// Motors fed at high voltage without a transformer; 1 kW counts as 1 kVA. [kW]
  public var highVoltageMotors: Power
  /// What the basic charge is worked out on, where the customer has chosen.
  public var basicCharge: BasicChargeMethod?
  /// The declared contract demand (合同最大需量). [kW]
  public var contractDemand: Power?
  /// The reading of the excess rule, where it differs from the tariff's.
  public var excessReading: ExcessReading?
  /// The power-factor standard.
  public var powerFactorStandard: StandardChoice
  /// Units by name, where transformers are listed one by one; they go before ``transformers``.
  public var units: [InstalledUnit]
  /// Lines of supply, where there are several that may be in use at once.
  public var lines: [SupplyLine]
  /// Energy that is billed apart.
  public var subMeters: [SubMeter]
  /// Changes of the account, by date.
  public var events: [AccountEvent]
  /// Lines of single months that no tariff knows.
  public var adjustments: [Adjustment]
  /// Prices of the market, where the account buys there.
  public var curve: PriceCurve?
  /// Loss of the customer's own line, on metered and transformer losses. [fraction]
  public var lineLoss: Rate
  /// The class of surcharges (差别电价), by which some price components apply.
  public var surchargeClass: String?
  /// Generating capacity of the account's own, for a reserve charge. [kW]
  public var ownGeneration: Power
  /// Demand of supplied parties that is taken off the metered demand (转供电). [kW]
  public var resaleDemand: Power
  /// The side of the transformer the meter is on.
  public var meteringSide: MeteringSide
  /// The multiplier (倍率) of dial readings and secondary-side curves.
  public var multiplier: Rate
  /// The day meters are read; nothing for calendar months.
  public var readingDay: Int?
  /// The day supply began.
  public var energised: CalendarDate?
  /// Who the energy is bought from.
  public var energySource: EnergySource?

  /// How the power-factor standard is found.
  public enum StandardChoice: Sendable, Hashable {
    /// By the tariff's rule on use, voltage and capacity.
    case byRule
    /// Set for this account.
    case set(PowerFactorStandard)
    /// The account has no power-factor adjustment.
    case none
  }

  /// The side of the transformer that is metered.
  public enum MeteringSide: String, Sendable, Hashable {
    /// The supply side (高供高计): transformer losses are in the metered energy.
    case highVoltage = "hv"
    /// The load side (高供低计): transformer losses are added.
    case lowVoltage = "lv"
  }

  /// Makes an account of which only number and tariff are known.
  public init(id: String, tariff: String) {
    self.id = id
    self.tariff = tariff
    name = ""
    industry = ""
    highVoltageMotors = .zero
    units = []
    lines = []
    subMeters = []
    events = []
    adjustments = []
    lineLoss = .zero
    ownGeneration = .zero
    resaleDemand = .zero
    powerFactorStandard = .byRule
    meteringSide = .highVoltage
    multiplier = .one
  }
}
