/// A particular of an account, under the name it has in `accounts.csv`.
public enum AccountField: String, Sendable, Hashable, CaseIterable {
  /// The account number (户号).
  case account
  /// The customer's name (户名).
  case name
  /// The industry (行业).
  case industry
  /// The tariff's id.
  case tariff
  /// The supply voltage (电压等级).
  case voltage
  /// Installed transformers (运行容量). [kVA]
  case transformers
  /// Motors at high voltage without a transformer. [kW]
  case highVoltageMotors = "hv_motors_kw"
  /// The method of the basic charge.
  case basicCharge = "basic_charge"
  /// The contract demand (合同最大需量). [kW]
  case contractDemand = "contract_demand_kw"
  /// The reading of the excess rule.
  case excessRule = "excess_rule"
  /// The power-factor standard.
  case powerFactorStandard = "power_factor_standard"
  /// The metered side of the transformer.
  case meteringSide = "metering_side"
  /// The multiplier (倍率).
  case multiplier
  /// The day meters are read.
  case readingDay = "reading_day"
  /// The day supply began.
  case energised
  /// Who the energy is bought from.
  case energySource = "energy_source"
}
