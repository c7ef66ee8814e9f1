import Billing
import Quantities
import Tariffs

/// A contract demand that is still to be chosen, month by month.
struct FreeContract {
  /// What a lower contract is raised to. [kW]
  let exactFloor: Power
  /// The least that is worth declaring, in whole kilowatts. [kW]
  var floor: Power { exactFloor.rounded(digits: 0, mode: .awayFromZero) }
  /// What may be drawn under it, as a multiple.
  let allowance: Rate

  /// Nothing where the month is not billed on a contract demand.
  init?(_ study: MonthStudy) {
    guard study.account.basicCharge == .contractDemand,
      let rule = study.version?.basicCharge?.method(.contractDemand)?.basis.demandRule,
      let contract = rule.contract
    else { return nil }
    exactFloor = rule.capacityShare.flatMap { share in study.capacity?.times(share) } ?? .zero
    let reading = study.account.excessReading ?? contract.reading
    allowance = reading == .old ? .one : contract.allowance
  }

  /// The least contract that covers a demand, not yet in whole kilowatts: below it the part beyond
  /// the allowance costs double, above it more is paid than is used.
  func contract(for demand: Power) -> Power {
    max(
      floor,
      Power(
        units: WideProduct(demand.units, Rate.unitsPerOne)
          .divided(by: allowance.units, mode: .awayFromZero)))
  }
}
