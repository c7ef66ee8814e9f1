import Quantities
import Tariffs
import Use

extension MonthBilling {
  /// The basic charge by the account's method.
  mutating func basicLines(
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
      let capacity = try billedCapacity(for: charge.name)
      let found = try rules.price(source, for: charge.name)
      return [
        BillLine(
          charge: charge.name,
          product: .quantity(capacity.quantity, .kVA, price: found.price),
          rounding: rounding, rule: method.rule, priceOrigin: found.origin,
          working: [
            .capacity(
              capacity, transformers: account.transformers?.description,
              motors: account.highVoltageMotors)
          ])
      ]
    case .demand(let rule):
      let demand = try reckon(rule, on: MeteredDemand(unit: .kW, window: nil), charge: charge.name)
      billedDemand = demand.billed
      return try demandLines(
        rule, demand, unit: .kW,
        charge: Charge(name: charge.name, kind: charge.kind, rule: method.rule))
    }
  }

  /// A demand charge on its window.
  mutating func demandLines(
    _ demand: DemandCharge, _ charge: Charge
  ) throws(BillingProblem) -> [BillLine] {
    guard demand.months.contains(month.number) else { return [] }
    let reckoned = try reckon(
      demand.demand, on: MeteredDemand(unit: demand.unit, window: demand.window),
      charge: charge.name)
    return try demandLines(
      demand.demand, reckoned, unit: demand.unit == .kW ? .kW : .kVA, charge: charge)
  }

  /// The account's capacity, which a charge cannot do without. [kVA]
  func billedCapacity(for charge: String) throws(BillingProblem) -> Power {
    guard let capacity = account.billedCapacity else {
      throw .missingAccountValue(.transformers, charge: charge)
    }
    return capacity
  }
}
