import Billing
import Quantities
import Tariffs
import Use

/// The one contract demand for all months that costs least, found by billing every value that can
/// be it.
///
/// Let D be a month's demand and C the contract. While 1.05 C ≥ D the month costs C; below, it costs
/// 2 D − 1.05 C by reading A, which drops at C = D ÷ 1.05, and 2 D − 1.1 C by reading B, which meets
/// it there. The sum over the months is a straight line between those values of C and never jumps
/// up, so the least is at one of them, at the floor, or at the capacity; in whole kilowatts, at one
/// of their two neighbours. A tariff that rounds an excess to whole kilowatts may move the least by
/// a few of them, for no more than half a kilowatt in each month.
struct ContractSearch {
  /// The contract demand that costs least, in whole kilowatts. [kW]
  let best: Power
  /// The bills with it beside those as things stand; it saves money.
  let comparison: WhatIf
  /// How long the tariff binds the choice. [months]
  let boundForMonths: Int

  /// Searches for a cheaper contract demand; nothing where there is none, or none is billed.
  init?(_ subject: AccountCase, _ bill: AccountBill) {
    guard let last = bill.bills.last, last.method == .contractDemand,
      let version = subject.version(in: last.month),
      let candidates = Self.candidates(subject, bill, version)
    else { return nil }
    var cheapest: (demand: Power, total: Money)?
    for demand in candidates {
      let lever = Lever.contractDemand(.plan(.always(demand)))
      guard let total = try? subject.applying(lever).addedUp().bills().total else { continue }
      if let known = cheapest, known.total <= total { continue }
      cheapest = (demand, total)
    }
    guard let cheapest, cheapest.total < bill.total,
      let comparison = try? WhatIf(
        subject, levers: [.contractDemand(.plan(.always(cheapest.demand)))], baseline: bill)
    else { return nil }
    best = cheapest.demand
    self.comparison = comparison
    boundForMonths = version.terms.contractMonths
  }

  /// The contract demand that is billed as things stand: the declared one, or the floor. [kW]
  static func declared(_ subject: AccountCase, _ bill: AccountBill) -> Power? {
    guard let last = bill.bills.last, let version = subject.version(in: last.month) else {
      return nil
    }
    let monthly = bill.bills.compactMap(\.determinants.contractDemand).max()
    return subject.account.contractDemand ?? monthly ?? floor(subject, version)
  }

  /// The values one of which is the best, in ascending order.
  private static func candidates(
    _ subject: AccountCase, _ bill: AccountBill, _ version: TariffVersion
  ) -> [Power]? {
    guard let rule = rule(version)?.contract, let capacity = subject.account.billedCapacity else {
      return nil
    }
    let terms = ContractTerms(
      floor: floor(subject, version), cap: capacity, allowance: rule.allowance,
      reading: subject.account.excessReading ?? rule.reading)
    // The rule compares rounded demand; both are tried, since the steps lie at the rounded one and a
    // tariff may round otherwise in another month.
    let demands = bill.bills.compactMap(\.determinants.maximumDemand?.power).flatMap {
      [$0, $0.rounded(digits: version.rounding.demandDigits)]
    }
    return ContractOptimum.breakpoints(of: demands, terms)
  }

  private static func floor(_ subject: AccountCase, _ version: TariffVersion) -> Power {
    guard let share = rule(version)?.capacityShare, let capacity = subject.account.billedCapacity
    else { return .zero }
    return capacity.times(share)
  }

  private static func rule(_ version: TariffVersion) -> DemandRule? {
    version.basicCharge?.method(.contractDemand)?.basis.demandRule
  }
}
