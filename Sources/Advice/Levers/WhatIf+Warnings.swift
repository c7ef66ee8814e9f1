import Billing
import Quantities
import Tariffs
import Use

extension WhatIf {
  static func warnings(
    before: AccountCase, after: AccountCase, levers: [Lever], baseline: AccountBill,
    scenario: AccountBill
  ) -> [Warning] {
    var warnings: [Warning] = []
    for lever in levers {
      switch lever {
      case .shiftShares: warnings += demandKept(after)
      case .basicCharge where after.account.basicCharge != before.account.basicCharge:
        if let terms = after.version(in: scenario.months.first?.month ?? Month(ordinal: 0))?.terms,
          terms.methodMonths > 1
        {
          warnings.append(
            .boundFor(months: terms.methodMonths, lever: lever, rule: terms.rule))
        }
      case .contractDemand(let demand):
        if let floor = contractFloor(after, scenario), floor > demand {
          warnings.append(.contractBelowFloor(contract: demand, floor: floor))
        }
        if let terms = after.version(in: scenario.months.first?.month ?? Month(ordinal: 0))?.terms,
          terms.contractMonths > 1
        {
          warnings.append(
            .boundFor(months: terms.contractMonths, lever: lever, rule: terms.rule))
        }
      case .basicCharge, .transformers, .voltage, .tariff: break
      }
    }
    warnings += beyondCapacity(baseline, scenario)
    if !baseline.incompleteMonths.isEmpty {
      warnings.append(.monthsLeftOut(baseline.incompleteMonths))
    }
    return warnings
  }

  /// For register readings, the month in which the shares ask for the most demand.
  private static func demandKept(_ after: AccountCase) -> [Warning] {
    guard case .readings(let readings) = after.use else { return [] }
    let least = readings.compactMap { reading -> (MonthlyReading, Power)? in
      guard let calendar = after.version(in: reading.month)?.timeOfUse else { return nil }
      return (reading, ShareShift.leastDemand(of: reading, calendar: calendar))
    }
    guard let (reading, demand) = least.max(by: { $0.1 < $1.1 }) else { return [] }
    return [
      .demandKept(least: demand, month: reading.month, kept: reading.maximumDemand ?? .zero)
    ]
  }

  /// Months in which the demand passes the capacity only after the levers, whichever of the two
  /// they have moved.
  private static func beyondCapacity(
    _ baseline: AccountBill, _ scenario: AccountBill
  ) -> [Warning] {
    let before = Set(baseline.bills.filter { excess($0) != nil }.map(\.month))
    return scenario.bills.compactMap { bill -> Warning? in
      guard let (demand, capacity) = excess(bill), !before.contains(bill.month) else { return nil }
      return .demandExceedsCapacity(demand: demand, capacity: capacity, month: bill.month)
    }
  }

  private static func excess(_ bill: Bill) -> (demand: Power, capacity: Power)? {
    guard let demand = bill.determinants.maximumDemand?.power, let capacity = bill.capacity,
      demand > capacity
    else { return nil }
    return (demand, capacity)
  }

  private static func contractFloor(_ after: AccountCase, _ scenario: AccountBill) -> Power? {
    guard scenario.bills.first?.method == .contractDemand,
      let capacity = after.account.billedCapacity,
      let month = scenario.months.first?.month,
      let share = after.version(in: month)?.basicCharge?.method(.contractDemand)?.basis.demandRule?
        .capacityShare
    else { return nil }
    return capacity.times(share)
  }
}

extension BasicCharge.Basis {
  /// The demand rule, where demand is what is billed.
  var demandRule: DemandRule? {
    guard case .demand(let rule) = self else { return nil }
    return rule
  }
}
