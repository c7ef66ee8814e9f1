import Billing
import Quantities

/// What led to billed demand, taken from a line's steps: metered, floors, contract, outcome.
struct DemandStory {
  /// How demand compares with the contract.
  enum Outcome {
    case within(limit: Power, metered: Power)
    case beyond(Excess)
  }

  /// Demand beyond what the contract allows.
  struct Excess {
    let contract: Power
    let allowance: Rate
    let limit: Power
    let metered: Power
    let reading: ExcessReading

    /// What the excess is added to: reading A keeps the demand that is allowed, B the contract.
    var start: Power { reading == .b ? contract : limit }
    /// Billed demand before it is rounded. [kW]
    var billed: Power { start + (metered - limit) + (metered - limit) }
  }

  /// The metered maximum.
  let metered: Power
  /// The steps that name a floor, with the floor. [kW]
  private(set) var floors: [(step: Working, demand: Power)] = []
  /// The contract demand that counts, and the one declared. [kW]
  private(set) var contract: (counted: Power, declared: Power?)?
  /// How the metered demand compares with it.
  private(set) var outcome: Outcome?

  init?(_ working: [Working]) {
    var found: Power?
    for step in working {
      switch step {
      case .meteredDemand(let demand, _, _): found = demand
      case .capacityFloor(_, _, let floor), .contractFloor(_, _, let floor),
        .leastDemand(let floor), .ratchet(_, _, _, let floor):
        floors.append((step, floor))
      case .contract(let counted, let declared): contract = (counted, declared)
      case .withinAllowance(let limit, let metered):
        outcome = .within(limit: limit, metered: metered)
      case .excess(let contract, let allowance, let limit, let metered, let reading):
        outcome = .beyond(
          Excess(
            contract: contract, allowance: allowance, limit: limit, metered: metered,
            reading: reading))
      case .capacity, .discount, .undiscountedPrice, .publishedPrice, .derivedPrice, .tier,
        .roundedEnergy, .powerFactor, .base, .freeReactive, .freeReactiveDemand, .minimum, .losses,
        .subMeter, .days, .daysInUse, .paused, .supplyLine, .resale, .curve:
        continue
      }
    }
    guard let found else { return nil }
    metered = found
  }

  /// The demand that was compared with the contract: metered, or raised to a floor. [kW]
  var compared: Power {
    switch outcome {
    case .within(_, let metered): return metered
    case .beyond(let excess): return excess.metered
    case nil: return floors.map(\.demand).reduce(metered, max)
    }
  }

  /// Billed demand before any rounding of an excess, all tiers together. [kW]
  var billed: Power {
    switch outcome {
    case .within: return contract?.counted ?? compared
    case .beyond(let excess): return excess.billed
    case nil: return compared
    }
  }

  /// The floor that decided, under the metered demand or under the contract.
  var bindingFloor: Working? {
    if let contract, contract.counted != contract.declared {
      return floors.last { $0.demand == contract.counted }?.step
    }
    guard compared > metered else { return nil }
    return floors.last { $0.demand == compared }?.step
  }
}
