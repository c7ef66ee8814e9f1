import Billing
import Quantities
import Tariffs
import Use

extension WhatIf {
  /// What the reader of a comparison ought to know.
  public enum Warning: Sendable, Hashable {
    /// Registers tell nothing of demand after a shift; it was kept. The least it can be. [kW]
    case demandKept(least: Power, month: Month, kept: Power)
    /// Registers tell only what a shift can save at the most.
    case shiftIsBound
    /// Demand is beyond the new capacity. [kW, kVA]
    case demandExceedsCapacity(demand: Power, capacity: Power, month: Month)
    /// Contract demand is billed at the floor. [kW]
    case contractBelowFloor(contract: Power, floor: Power)
    /// The tariff binds a choice for months.
    case boundFor(months: Int, lever: Lever, rule: RuleReference?)
    /// An account of this capacity may keep a single-part tariff but not choose it
    /// (发改价格〔2023〕526号). [kVA]
    case tariffNotOpen(capacity: Power)
    /// The losses of the transformers are not known, so that what changes in them is not counted.
    case lossesNotCounted
    /// New transformers were given the losses of a standard type.
    case standardLosses(type: String)
    /// Months without whole data stand in neither sum.
    case monthsLeftOut([Month])
  }

  static func warnings(
    before: AccountCase, after: AccountCase, levers: [Lever], baseline: AccountBill,
    scenario: AccountBill
  ) -> [Warning] {
    let terms = (scenario.months.first?.month).flatMap { after.version(in: $0) }?.terms
    var warnings: [Warning] = []
    for lever in levers {
      switch lever {
      case .shiftShares: warnings += demandKept(after)
      case .shiftFlexible:
        if case .readings = after.use { warnings.append(.shiftIsBound) }
      case .basicCharge where after.account.basicCharge != before.account.basicCharge:
        if let terms, terms.methodMonths > 1 {
          warnings.append(.boundFor(months: terms.methodMonths, lever: lever, rule: terms.rule))
        }
      case .contractDemand(.plan(let plan)):
        if let raised = raisedContract(plan, after, scenario) { warnings.append(raised) }
        if let terms, terms.contractMonths > 1 {
          warnings.append(.boundFor(months: terms.contractMonths, lever: lever, rule: terms.rule))
        }
      case .transformers, .pause: warnings += losses(before, after, lever)
      case .singlePart:
        if let capacity = after.account.billedCapacity, capacity >= PlantOptions.largestSinglePart {
          warnings.append(.tariffNotOpen(capacity: capacity))
        }
      case .batches, .storage, .compensation, .basicCharge, .contractDemand, .voltage, .tariff:
        break
      }
    }
    warnings += beyondCapacity(baseline, scenario)
    if !baseline.incompleteMonths.isEmpty {
      warnings.append(.monthsLeftOut(baseline.incompleteMonths))
    }
    return warnings
  }

  /// Whether a change of transformers has its losses in it.
  private static func losses(
    _ before: AccountCase, _ after: AccountCase, _ lever: Lever
  ) -> [Warning] {
    guard before.account.meteringSide == .highVoltage else { return [] }
    guard before.use != after.use else { return [.lossesNotCounted] }
    guard case .transformers = lever else { return [] }
    return [.standardLosses(type: AccountCase.newType.rawValue)]
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

  /// The least contract demand that is billed at its floor, which pauses lower in some months.
  private static func raisedContract(
    _ plan: Plan<Power>, _ after: AccountCase, _ scenario: AccountBill
  ) -> Warning? {
    let raised = scenario.bills.compactMap { bill -> (contract: Power, floor: Power)? in
      guard bill.method == .contractDemand, let capacity = bill.capacity,
        let contract = plan.value(in: bill.month),
        let share = after.version(in: bill.month)?.basicCharge?.method(.contractDemand)?.basis
          .demandRule?.capacityShare
      else { return nil }
      let floor = capacity.times(share)
      return floor > contract ? (contract, floor) : nil
    }
    guard let least = raised.min(by: { $0.contract < $1.contract }) else { return nil }
    return .contractBelowFloor(contract: least.contract, floor: least.floor)
  }
}

extension BasicCharge.Basis {
  /// The demand rule, where demand is what is billed.
  var demandRule: DemandRule? {
    guard case .demand(let rule) = self else { return nil }
    return rule
  }
}
