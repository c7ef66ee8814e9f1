import Billing
import Quantities
import Tariffs
import Use

extension Threshold {
  /// Every border the account's rules have.
  static func all(of subject: AccountCase, _ bill: AccountBill) -> [Threshold] {
    guard let last = bill.bills.last, let version = subject.version(in: last.month) else {
      return []
    }
    var found: [Threshold] = []
    if let method = last.method, let basis = version.basicCharge?.method(method) {
      if let rule = basis.basis.demandRule {
        found += demandBorders(rule, basis.rule, bill)
      }
    }
    found += powerFactor(subject, version, bill)
    return found
  }

  private static func demandBorders(
    _ rule: DemandRule, _ reference: RuleReference, _ bill: AccountBill
  ) -> [Threshold] {
    var found: [Threshold] = []
    let maxima = bill.bills.compactMap { bill in
      bill.determinants.maximumDemand.map { (bill, $0.power) }
    }
    guard let (_, demand) = maxima.max(by: { $0.1 < $1.1 }) else { return [] }
    if let share = rule.capacityShare, let capacity = bill.account.billedCapacity,
      share > .zero
    {
      found.append(
        Threshold(
          kind: .floor(
            floor: capacity.times(share), demand: demand,
            meetsAt: Power(
              units: WideProduct(demand.units, Rate.unitsPerOne).divided(by: share.units))),
          rule: reference))
    }
    if let discount = rule.discounts.first, let capacity = bill.account.billedCapacity,
      let best = bill.bills.max(by: {
        $0.determinants.totalEnergy < $1.determinants.totalEnergy
      })
    {
      let energy = best.determinants.totalEnergy.quantity
      let needed = discount.energyPerCapacity.times(capacity)
      found.append(
        Threshold(
          kind: .discount(
            needed: discount.energyPerCapacity,
            best: Quantity(
              units: WideProduct(energy.units, Quantity.unitsPerOne)
                .divided(by: max(1, capacity.quantity.units))), month: best.month,
            missing: max(.zero, needed - energy)), rule: discount.rule))
    }
    if let contract = rule.contract, let declared = bill.account.contractDemand,
      let (nearest, highest) = maxima.max(by: { $0.1 < $1.1 })
    {
      found.append(
        Threshold(
          kind: .allowance(
            limit: declared.times(contract.allowance), demand: highest, month: nearest.month),
          rule: reference))
    }
    return found
  }

  private static func powerFactor(
    _ subject: AccountCase, _ version: TariffVersion, _ bill: AccountBill
  ) -> [Threshold] {
    let months = bill.bills.compactMap {
      bill -> (PowerFactor, PowerFactorStandard, BillLine, Month)? in
      for line in bill.lines {
        for case .powerFactor(_, _, let value, let standard) in line.working {
          return (value, standard, line, bill.month)
        }
      }
      return nil
    }
    guard let (value, standard, line, month) = months.min(by: { $0.0 < $1.0 }) else { return [] }
    return [
      Threshold(
        kind: .powerFactor(worst: value, month: month, standard: standard), rule: line.rule)
    ]
  }
}
