import Quantities
import Tariffs
import Use

extension MonthBilling {
  /// The basic charge by the account's method.
  func basicLines(
    _ basic: BasicCharge, _ charge: Charge
  ) throws(BillingProblem) -> [BillLine] {
    let allowed = basic.methods.map(\.method)
    guard let chosen = account.basicCharge ?? (allowed.count == 1 ? allowed.first : nil) else {
      throw .missingAccountValue(.basicCharge, charge: charge.name)
    }
    guard let method = basic.method(chosen) else {
      throw .methodNotAllowed(chosen, allowed: allowed, tariff: rules.tariff.id)
    }
    self.method = chosen
    switch method.basis {
    case .capacity(let source):
      return try capacityLines(source, basic.pauses, charge.name, method.rule)
    case .demand(let rule):
      let charge = Charge(name: charge.name, kind: charge.kind, rule: method.rule)
      return account.lines.isEmpty
        ? try ownDemandLines(rule, charge) : try supplyLineLines(rule, charge)
    }
  }

  private func ownDemandLines(
    _ rule: DemandRule, _ charge: Charge
  ) throws(BillingProblem) -> [BillLine] {
    let demand = try reckon(rule, on: MeteredDemand(unit: .kW, window: nil), charge: charge.name)
    billedDemand = demand.billed
    return try demandLines(rule, demand, unit: .kW, charge: charge)
  }

  /// Lines that may be in use at once are reckoned one by one, each with its own floor and
  /// contract, and added: there is no credit for maxima at different times.
  private func supplyLineLines(
    _ rule: DemandRule, _ charge: Charge
  ) throws(BillingProblem) -> [BillLine] {
    var result: [BillLine] = []
    var sum = Power.zero
    for line in account.lines where line.standby != .cold {
      guard let maximum = determinants.lineDemand[line.id] else {
        throw .missingLineDemand(line: line.id, month: month)
      }
      var demand = try reckon(
        rule, metered: maximum, contract: line.contractDemand, capacity: line.billedCapacity,
        looking: nil, charge: charge.name)
      demand.working.insert(.supplyLine(line.id), at: 0)
      sum += demand.billed
      result += try demandLines(rule, demand, unit: .kW, charge: charge)
    }
    billedDemand = sum
    return result
  }

  /// A demand charge on its window.
  func demandLines(
    _ demand: DemandCharge, _ charge: Charge
  ) throws(BillingProblem) -> [BillLine] {
    guard demand.months.contains(month.number) else { return [] }
    let metered = MeteredDemand(unit: demand.unit, window: demand.window)
    var reckoned = try reckon(demand.demand, on: metered, charge: charge.name)
    if demand.freeShare > .zero {
      let active = try MeteredDemand(unit: .kW, window: demand.window)
        .known(in: determinants, charge: charge.name)
      let free = roundedDemand(active.power.times(demand.freeShare))
      reckoned.working.append(
        .freeReactiveDemand(
          counted: reckoned.billed, share: demand.freeShare, demand: active.power, free: free))
      reckoned.billed = max(.zero, reckoned.billed - free)
    }
    return try demandLines(demand.demand, reckoned, unit: metered.billUnit, charge: charge)
  }

  /// The account's capacity, which a charge cannot do without. [kVA]
  func billedCapacity(for charge: String) throws(BillingProblem) -> Power {
    guard let capacity = capacity.inUse else {
      throw .missingAccountValue(.transformers, charge: charge)
    }
    return capacity
  }
}
