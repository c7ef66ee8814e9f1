import Quantities

/// What a contract demand may be and what it costs, kept or exceeded (发改办价格〔2016〕1583号).
///
/// Demand is compared as it is given: where a tariff rounds demand, give it rounded. A tariff that
/// rounds the excess too may bill half its last digit more or less than is said here.
package struct ContractTerms: Sendable, Hashable {
  /// What a lower contract is raised to: 40 % of installed capacity, or zero. [kW]
  package let floor: Power
  /// The most that can be declared: installed capacity. [kW]
  package let cap: Power
  /// The demand allowed as a multiple of the contract: 1.05.
  package let allowance: Rate
  /// How demand beyond it is charged.
  package let reading: ExcessReading

  package init(
    floor: Power = .zero, cap: Power, allowance: Rate, reading: ExcessReading
  ) {
    self.floor = floor
    self.cap = cap
    self.allowance = allowance
    self.reading = reading
  }

  /// The lowest contract worth declaring, in whole kilowatts. [kW]
  package var least: Power { floor.rounded(digits: 0, mode: .awayFromZero) }

  /// The highest contract that can be declared, in whole kilowatts. [kW]
  package var most: Power { max(least, cap.rounded(digits: 0, mode: .towardZero)) }

  /// The multiple of the contract above which demand is an excess; one by the old reading.
  package var covered: Rate { reading == .old ? .one : allowance }

  /// The demand up to which a contract costs no more than itself. [kW]
  package func limit(of contract: Power) -> Power { max(contract, floor).times(covered) }

  /// The lowest whole contract, floor and cap left aside, that covers a demand: ⌈D ÷ 1.05⌉. [kW]
  package func covering(_ demand: Power) -> Power {
    Power(
      units: RoundingMode.awayFromZero.divide(
        demand.units * (Rate.unitsPerOne / Power.unitsPerOne), by: covered.units)
        * Power.unitsPerOne)
  }

  /// The demand that is billed in a month.
  ///
  /// - Parameters:
  ///   - metered: The month's highest demand. [kW]
  ///   - contract: The declared contract demand; one below the floor is raised to it. [kW]
  /// - Returns: What the price is multiplied by. [kW]
  package func billedDemand(metered: Power, contract: Power) -> Power {
    let contract = max(contract, floor)
    let limit = contract.times(covered)
    guard metered > limit else { return contract }
    let beyond = metered - limit
    switch reading {
    case .a, .old: return limit + beyond + beyond
    case .b: return contract + beyond + beyond
    }
  }

  /// A contract brought into the range that can be declared. [kW]
  func clamped(_ contract: Power) -> Power { min(max(contract, least), most) }
}
