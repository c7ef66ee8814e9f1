import Billing
import Quantities
import Tariffs

extension LineSteps {
  /// From the metered maximum to billed demand.
  func demand(_ story: DemandStory) -> [Message] {
    guard case .quantity(_, let unit, _) = line.product else { return [] }
    var steps: [Message] = [metered(story, unit.rawValue)]
    steps += story.floors.map { floor($0.step, unit.rawValue) }
    if let contract = story.contract {
      if story.compared > story.metered {
        steps.append(
          """
          demand that counts: max(\(style.number(story.metered)), \
          \(style.number(story.compared))) = \(style.number(story.compared)) \(unit.rawValue)
          """)
      }
      steps.append(declared(contract.counted, contract.declared, unit.rawValue))
      steps += outcome(story, contract.counted, unit.rawValue)
    } else if !story.floors.isEmpty {
      let figures = [story.metered] + story.floors.map(\.demand)
      steps.append(
        """
        the highest counts: max(\(figures.map { style.number($0) }.joined(separator: ", "))) = \
        \(style.number(story.billed)) \(unit.rawValue)
        """)
    }
    return steps + freeReactive(unit) + tiers
  }

  /// The reactive power that is free beside the active power.
  private func freeReactive(_ unit: BillUnit) -> [Message] {
    line.working.flatMap { step -> [Message] in
      guard case .freeReactiveDemand(let counted, let share, let demand, let free) = step else {
        return []
      }
      let billed = style.number(max(.zero, counted - free))
      return [
        "free: \(product(share, demand, "kW", free, unit.rawValue))",
        """
        beyond that: max(0, \(style.number(counted)) − \(style.number(free))) = \(billed) \
        \(unit.rawValue)
        """,
      ]
    }
  }

  private func metered(_ story: DemandStory, _ unit: String) -> Message {
    var place: Message = "register"
    for case .meteredDemand(_, let start, let seconds) in line.working {
      if let start {
        let moment = TimeWords.moment(start)
        place =
          seconds.map { "\(UnitWords.duration(seconds: $0)) from \(moment)" }
          ?? Message(verbatim: moment)
      }
    }
    let rounded = style.number(story.metered)
    if let exact = meteredExactly, exact != story.metered {
      return "metered maximum (\(place)): \(style.number(exact)) → \(rounded) \(unit), rounded"
    }
    return "metered maximum (\(place)): \(rounded) \(unit)"
  }

  /// The maximum before it was rounded for billing. [kW, kVA or kvar]
  private var meteredExactly: Power? {
    let determinants = bill.determinants
    switch context.charge(of: line)?.kind {
    case .basic: return determinants.maximumDemand?.power
    case .demand(let demand):
      return MeteredDemand(unit: demand.unit, window: demand.window)
        .maximum(of: determinants)?.power
    default: return nil
    }
  }

  private func floor(_ step: Working, _ unit: String) -> Message {
    switch step {
    case .capacityFloor(let share, let capacity, let floor):
      return "floor: \(product(share, capacity, "kVA", floor, unit))"
    case .contractFloor(let share, let contract, let floor):
      return "floor of the contract demand: \(product(share, contract, unit, floor, unit))"
    case .leastDemand(let least):
      return "least demand: \(style.number(least)) \(unit)"
    case .ratchet(let share, let month, let demand, let floor):
      return "floor of the demand in \(month): \(product(share, demand, unit, floor, unit))"
    default:
      return ""
    }
  }

  /// `40 % × 16300 kVA = 6520 kW`, with the rounding where there is one.
  private func product(
    _ share: Rate, _ power: Power, _ unit: String, _ result: Power, _ resultUnit: String
  ) -> String {
    let exact = power.times(share)
    let factors = "\(style.percent(share)) × \(style.number(power)) \(unit)"
    guard exact != result else { return "\(factors) = \(style.number(result)) \(resultUnit)" }
    return "\(factors) = \(style.number(exact)) → \(style.number(result)) \(resultUnit)"
  }

  private func declared(_ counted: Power, _ declared: Power?, _ unit: String) -> Message {
    guard let declared else {
      return """
        no contract demand is declared; the floor stands for it: \(style.number(counted)) \(unit)
        """
    }
    guard counted != declared else { return "contract demand: \(style.number(counted)) \(unit)" }
    return """
      contract demand, raised to the floor: max(\(style.number(declared)), \
      \(style.number(counted))) = \(style.number(counted)) \(unit)
      """
  }

  private func outcome(_ story: DemandStory, _ contract: Power, _ unit: String) -> [Message] {
    switch story.outcome {
    case nil:
      return []
    case .within(let limit, let metered):
      return [
        allowed(limit, contract, unit),
        """
        \(style.number(metered)) ≤ \(style.number(limit)) \(unit): the contract demand is billed, \
        \(style.number(contract)) \(unit)
        """,
      ]
    case .beyond(let excess):
      let digits = context.rounding.demandDigits
      let billed = excess.billed.rounded(digits: digits, mode: context.rounding.mode)
      let result =
        billed == excess.billed
        ? style.number(billed) : "\(style.number(excess.billed)) → \(style.number(billed))"
      return [
        allowed(excess.limit, contract, unit),
        """
        \(style.number(excess.metered)) > \(style.number(excess.limit)) \(unit): what is beyond \
        counts twice (\(reading(excess.reading)))
        """,
        """
        \(style.number(excess.start)) + 2 × (\(style.number(excess.metered)) − \
        \(style.number(excess.limit))) = \(result) \(unit)
        """,
      ]
    }
  }

  private func allowed(_ limit: Power, _ contract: Power, _ unit: String) -> Message {
    // The limit is the contract times a round percentage; without one it is the contract itself.
    guard limit != contract, let share = Rate(limit, over: contract),
      contract.times(share) == limit
    else { return "allowed: \(style.number(limit)) \(unit)" }
    return """
      allowed: \(style.percent(share)) × \(style.number(contract)) \(unit) = \
      \(style.number(limit)) \(unit)
      """
  }

  private func reading(_ reading: ExcessReading) -> Message {
    switch reading {
    case .a: return "reading A: added to the demand allowed"
    case .b: return "reading B: added to the contract demand"
    case .old: return "reading before 2005: added to the contract demand, without allowance"
    }
  }
}
