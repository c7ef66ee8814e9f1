import Quantities
import Tariffs
import Use

extension MonthBilling {
  /// Billed demand and how it came about.
  struct ReckonedDemand {
    var billed: Power
    var working: [Working]
  }

  /// Works billed demand out from metered demand.
  ///
  /// Floors raise the metered demand first; then the contract rule compares it with what is
  /// declared (rules of 发改办价格〔2016〕1583号 and their earlier readings).
  func reckon(
    _ rule: DemandRule, on demand: MeteredDemand, charge: String
  ) throws(BillingProblem) -> ReckonedDemand {
    try reckon(
      rule, metered: try demand.known(in: determinants, charge: charge),
      contract: determinants.contractDemand ?? account.contractDemand,
      capacity: capacity.inUse, looking: demand, charge: charge)
  }

  /// Works billed demand out from a maximum, with the contract and the capacity it is held against.
  ///
  /// Ratchets look back at what `looking` names.
  func reckon(
    _ rule: DemandRule, metered: MaximumDemand, contract declared: Power?, capacity: Power?,
    looking demand: MeteredDemand?, charge: String
  ) throws(BillingProblem) -> ReckonedDemand {
    let rounded = metered.power.rounded(digits: rounding.demandDigits, mode: rounding.mode)
    // What is supplied to others is told in kW, of which nothing says how much reactive power.
    let resale = demand?.unit == .kvar ? .zero : account.resaleDemand
    var result = ReckonedDemand(
      billed: max(.zero, rounded - resale),
      working: [
        .meteredDemand(
          rounded, start: metered.start, intervalSeconds: determinants.demandIntervalSeconds)
      ])
    if resale > .zero { result.working.append(.resale(resale)) }
    var contractFloor: Power = .zero
    for floor in rule.floors {
      switch floor {
      case .least(let least):
        result.raise(to: least, .leastDemand(least))
      case .ratchet(let share, let monthsBack, let months):
        if let demand, let step = ratchet(share, monthsBack, months, demand) {
          result.raise(to: step.floor, step.working)
        }
      case .contract(let share):
        guard let declared else {
          throw .missingAccountValue(.contractDemand, charge: charge)
        }
        let least = roundedDemand(declared.times(share))
        result.raise(to: least, .contractFloor(share: share, contract: declared, floor: least))
      case .capacityUnderMetered(let share):
        let capacity = try Self.known(capacity, for: charge)
        let least = roundedDemand(capacity.times(share))
        result.raise(to: least, .capacityFloor(share: share, capacity: capacity, floor: least))
      case .capacityUnderContract(let share):
        let capacity = try Self.known(capacity, for: charge)
        contractFloor = max(contractFloor, roundedDemand(capacity.times(share)))
        result.working.append(
          .capacityFloor(share: share, capacity: capacity, floor: contractFloor))
      }
    }
    if let contract = rule.contract {
      apply(contract, declared: declared, floor: contractFloor, to: &result)
    }
    return result
  }

  private static func known(
    _ capacity: Power?, for charge: String
  ) throws(BillingProblem) -> Power {
    guard let capacity else { throw .missingAccountValue(.transformers, charge: charge) }
    return capacity
  }

  func roundedDemand(_ demand: Power) -> Power {
    demand.rounded(digits: rounding.demandDigits, mode: rounding.mode)
  }

  private func ratchet(
    _ share: Rate, _ monthsBack: Int, _ months: MonthSet, _ demand: MeteredDemand
  ) -> (floor: Power, working: Working)? {
    let looked = (1...max(1, monthsBack)).map { month.adding(-$0) }
      .filter { months.contains($0.number) }
    let known = looked.compactMap { month -> (Month, Power)? in
      context.history[month].flatMap { demand.maximum(of: $0) }.map { (month, $0.power) }
    }
    if known.count < looked.count {
      notes.append(.shortHistory(known: known.count, needed: looked.count))
    }
    guard let highest = known.max(by: { $0.1 < $1.1 }) else { return nil }
    let floor = roundedDemand(highest.1.times(share))
    return (floor, .ratchet(share: share, month: highest.0, demand: highest.1, floor: floor))
  }

  private func apply(
    _ rule: DemandRule.ContractRule, declared: Power?, floor: Power,
    to demand: inout ReckonedDemand
  ) {
    let metered = demand.billed
    guard declared != nil || rule.withoutContract == .floor else {
      demand.billed = max(metered, floor)
      return
    }
    let contract = max(declared ?? .zero, floor)
    demand.working.append(.contract(billed: contract, declared: declared))
    let reading = account.excessReading ?? rule.reading
    let limit = reading == .old ? contract : contract.times(rule.allowance)
    guard metered > limit else {
      demand.billed = contract
      demand.working.append(.withinAllowance(limit: limit, metered: metered))
      return
    }
    let beyond = metered - limit
    switch reading {
    case .a, .old: demand.billed = limit + beyond + beyond
    case .b: demand.billed = contract + beyond + beyond
    }
    demand.billed = roundedDemand(demand.billed)
    demand.working.append(
      .excess(
        contract: contract, allowance: rule.allowance, limit: limit, metered: metered,
        reading: reading))
  }

  /// The lines of a reckoned demand: one, or one per tier.
  func demandLines(
    _ rule: DemandRule, _ demand: ReckonedDemand, unit: BillUnit, charge: Charge
  ) throws(BillingProblem) -> [BillLine] {
    var factor = Rate.one
    var discountWorking: [Working] = []
    for discount in rule.discounts {
      let capacity = try billedCapacity(for: charge.name)
      let energy = use.active.quantity
      // kWh ≥ 260 × kVA, without a division (发改价格〔2023〕526号).
      let needed = discount.energyPerCapacity.times(capacity)
      let granted = energy >= needed
      if granted {
        factor = Rate(
          units: WideProduct(factor.units, discount.factor.units)
            .divided(by: Rate.unitsPerOne))
      }
      discountWorking.append(
        .discount(
          threshold: discount.energyPerCapacity, factor: discount.factor, energy: energy,
          capacity: capacity, granted: granted, rule: discount.rule))
    }
    var lines: [BillLine] = []
    var lower = Quantity.zero
    for (index, tier) in rule.tiers.enumerated() {
      let upper = tier.upTo.map { min($0, demand.billed.quantity) } ?? demand.billed.quantity
      guard upper > lower || (index == 0 && rule.tiers.count == 1) else { break }
      for part in try priced(upper - lower, tier.price, for: charge.name) {
        var working = demand.working + discountWorking
        if factor != .one { working.append(.undiscountedPrice(part.found.price)) }
        if rule.tiers.count > 1 {
          working.append(.tier(number: index + 1, from: lower, upTo: tier.upTo))
        }
        lines.append(
          BillLine(
            charge: charge.name,
            product: .quantity(part.quantity, unit, price: part.found.price.times(factor)),
            rounding: rounding, rule: charge.rule, priceOrigin: part.found.origin,
            working: working + part.working))
      }
      lower = upper
    }
    return lines
  }
}

extension MonthBilling.ReckonedDemand {
  /// Raises billed demand to a floor and keeps the step, whether the floor binds or not.
  fileprivate mutating func raise(to floor: Power, _ step: Working) {
    billed = max(billed, floor)
    working.append(step)
  }
}
