import ArgumentParser
import Use

/// Particulars of the account, over those of its table.
struct ParticularOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The tariff to bill under.", valueName: "id"))
  var tariff: String?

  @Option(
    help: ArgumentHelp(
      "The supply voltage: below-1kV, 1-10kV, 35kV, 110kV, 220kV …", valueName: "level"))
  var voltage: String?

  @Option(help: ArgumentHelp("Installed transformers [kVA]: 20000, 2x1000+630 …", valueName: "set"))
  var transformers: String?

  @Option(help: ArgumentHelp("High-voltage motors without a transformer [kW].", valueName: "kW"))
  var hvMotors: String?

  @Option(help: ArgumentHelp("capacity, contract-demand or actual-demand.", valueName: "method"))
  var basicCharge: String?

  @Option(help: ArgumentHelp("The declared contract demand [kW].", valueName: "kW"))
  var contractDemand: String?

  @Option(help: ArgumentHelp("The reading of the 105 % rule: A or B.", valueName: "reading"))
  var excessRule: String?

  @Option(help: ArgumentHelp("0.90, 0.85, 0.80 or none.", valueName: "standard"))
  var powerFactorStandard: String?

  @Option(help: ArgumentHelp("catalogue, agent, agent-1.5 or market.", valueName: "source"))
  var energySource: String?

  /// What was given.
  var fields: [AccountField: String] {
    let given: [(AccountField, String?)] = [
      (.tariff, tariff), (.voltage, voltage), (.transformers, transformers),
      (.highVoltageMotors, hvMotors), (.basicCharge, basicCharge),
      (.contractDemand, contractDemand), (.excessRule, excessRule),
      (.powerFactorStandard, powerFactorStandard), (.energySource, energySource),
    ]
    return Dictionary(
      uniqueKeysWithValues: given.compactMap { field, text in text.map { (field, $0) } })
  }
}
