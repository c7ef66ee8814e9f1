import Billing
import Quantities
import Tariffs
import Use

/// The demands at which the cost of a month's highest demand bends or jumps.
struct DemandBreaks {
  /// In ascending order, all above zero. [kW]
  let demands: [Power]
  /// Whether demand is billed as one maximum of all hours of the month alone, in kilowatts.
  let isSingle: Bool

  /// Reads the breaks off the rules of a month.
  ///
  /// - Parameters:
  ///   - study: The month.
  ///   - freeContract: Whether the contract demand follows the demand, so that only floors break
  ///     its cost.
  init(_ study: MonthStudy, freeContract: Bool = false) {
    var breaks: Set<Power> = []
    var isSingle = study.account.lines.isEmpty
    for charge in study.version?.charges ?? [] {
      switch charge.kind {
      case .basic(let basic):
        let method = study.account.basicCharge ?? basic.methods.first?.method
        guard let rule = method.flatMap({ basic.method($0) })?.basis.demandRule else { continue }
        isSingle = isSingle && !rule.hasRatchet
        breaks.formUnion(Self.breaks(of: rule, study, freeContract: freeContract))
      case .demand(let demand):
        guard demand.window == nil, demand.unit == .kW, !demand.demand.hasRatchet else {
          isSingle = false
          continue
        }
        breaks.formUnion(Self.breaks(of: demand.demand, study, freeContract: false))
      case .fixed, .energy, .reactive, .reserve, .export, .powerFactor, .tax, .minimum: continue
      }
    }
    demands = breaks.filter { $0 > .zero }.sorted()
    self.isSingle = isSingle
  }

  private static func breaks(
    of rule: DemandRule, _ study: MonthStudy, freeContract: Bool
  ) -> Set<Power> {
    let declared = study.determinants.contractDemand ?? study.account.contractDemand
    var floors: [Power] = []
    var contractFloor = Power.zero
    for floor in rule.floors {
      switch floor {
      case .least(let least): floors.append(least)
      case .contract(let share): if let declared { floors.append(declared.times(share)) }
      case .capacityUnderMetered(let share):
        if let capacity = study.capacity { floors.append(capacity.times(share)) }
      case .capacityUnderContract(let share):
        if let capacity = study.capacity { contractFloor = capacity.times(share) }
      case .ratchet: continue
      }
    }
    var breaks = Set(floors)
    for tier in rule.tiers {
      if let upTo = tier.upTo { breaks.insert(Power(units: upTo.units / 1000)) }
    }
    if let contract = rule.contract {
      let reading = study.account.excessReading ?? contract.reading
      let allowance = reading == .old ? Rate.one : contract.allowance
      if freeContract {
        let least = contractFloor.rounded(digits: 0, mode: .awayFromZero)
        breaks.insert(least.times(allowance, mode: .towardZero))
      } else if declared != nil || contract.withoutContract == .floor {
        let billed = max(declared ?? .zero, contractFloor)
        breaks.insert(billed.times(allowance, mode: .towardZero))
      } else {
        breaks.insert(contractFloor)
      }
    }
    guard study.account.resaleDemand > .zero else { return breaks }
    return Set(breaks.map { $0 + study.account.resaleDemand } + [study.account.resaleDemand])
  }
}

extension DemandRule {
  /// Whether billed demand hangs on earlier months.
  fileprivate var hasRatchet: Bool {
    floors.contains { if case .ratchet = $0 { return true } else { return false } }
  }
}
