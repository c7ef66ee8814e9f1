import Quantities
import Tariffs
import Use

/// What was metered in a billing period, and its split over the days on which rules or prices are
/// the same.
struct PeriodDeterminants {
  /// The whole period.
  private(set) var whole: BillingDeterminants
  /// Each segment, in order; the whole itself where there is one.
  private(set) var segments: [BillingDeterminants]

  /// Adds interval data up segment by segment.
  init(
    of profile: LoadProfile, month: Month, segments: [(span: DateSpan, rules: MonthRules)],
    memory: TermsMemory
  ) throws(BillingProblem) {
    var parts: [BillingDeterminants] = []
    for segment in segments {
      parts.append(
        DeterminantsBuilder.determinants(
          of: profile, month: month, period: segment.span,
          layout: try memory.layout(
            segment.span, of: segment.rules, intervalSeconds: profile.intervalSeconds)))
    }
    self.segments = parts
    var joined = Self.joined(parts)
    if let reading = profile.registers.first(where: { $0.month == month }) {
      joined.complete(by: reading)
    }
    for (name, line) in profile.lines {
      let own = try PeriodDeterminants(
        of: line, month: month, segments: segments, memory: memory)
      joined.lineDemand[name] = own.whole.maximumDemand
    }
    whole = joined
  }

  /// Splits register readings by days: a register does not tell when it counted.
  init(
    of reading: MonthlyReading, segments: [(span: DateSpan, version: TariffVersion)]
  ) throws(BillingProblem) {
    guard let first = segments.first else {
      preconditionFailure("a billing period has days")
    }
    let whole = try DeterminantsBuilder.determinants(
      of: reading, period: first.span, version: first.version)
    guard segments.count > 1 else {
      self.whole = whole
      self.segments = [whole]
      return
    }
    let days = Int128(segments.reduce(0) { $0 + $1.span.dayCount })
    var before: Int128 = 0
    var parts: [BillingDeterminants] = []
    for segment in segments {
      // Readings must fit the periods of every segment, not of the first alone.
      var part = try DeterminantsBuilder.determinants(
        of: reading, period: segment.span, version: segment.version)
      let after = before + Int128(segment.span.dayCount)
      let range = (before, after)
      func share(_ energy: Energy) -> Energy {
        energy.scaled(by: range.1, over: days) - energy.scaled(by: range.0, over: days)
      }
      for index in part.energy.indices {
        part.energy[index].energy = share(part.energy[index].energy)
      }
      part.totalEnergy = share(part.totalEnergy)
      parts.append(part)
      before = after
    }
    self.whole = whole
    self.segments = parts
  }

  /// The same with another maximum demand.
  func with(maximumDemand demand: Power) -> PeriodDeterminants {
    var changed = self
    changed.whole.maximumDemand = MaximumDemand(power: demand, start: nil)
    return changed
  }

  /// The same of a single segment with other energy in each period, as much in all, and another
  /// maximum demand.
  func with(_ energy: [Energy], _ demand: MaximumDemand) -> PeriodDeterminants {
    precondition(segments.count == 1, "the energy is that of all days")
    var changed = self
    for (index, energy) in energy.enumerated() {
      changed.whole.energy[index].energy = energy
      changed.segments[0].energy[index].energy = energy
    }
    changed.whole.maximumDemand = demand
    changed.segments[0].maximumDemand = demand
    return changed
  }

  /// The same without a contract demand of the month's own.
  var withoutContractDemand: PeriodDeterminants {
    var changed = self
    changed.whole.contractDemand = nil
    return changed
  }

  /// The same with energy moved between registers, which are numbered through all segments.
  func moving(_ energy: Energy, from: Int, to: Int) -> PeriodDeterminants {
    adding(.zero - energy, to: from).adding(energy, to: to)
  }

  /// The same with more energy in a register; a month's total follows.
  func adding(_ energy: Energy, to number: Int) -> PeriodDeterminants {
    var changed = self
    var rest = number
    for segment in segments.indices {
      guard rest >= segments[segment].energy.count else {
        changed.segments[segment].energy[rest].energy += energy
        changed.segments[segment].totalEnergy += energy
        changed.whole.totalEnergy += energy
        let period = segments[segment].energy[rest].period
        if let whole = whole.energy.firstIndex(where: { $0.period == period }) {
          changed.whole.energy[whole].energy += energy
        }
        return changed
      }
      rest -= segments[segment].energy.count
    }
    return changed
  }

  private static func joined(_ parts: [BillingDeterminants]) -> BillingDeterminants {
    guard var whole = parts.first else {
      preconditionFailure("a billing period has days")
    }
    for part in parts.dropFirst() {
      for register in part.energy {
        if let index = whole.energy.firstIndex(where: { $0.period == register.period }) {
          whole.energy[index].energy += register.energy
        } else {
          whole.energy.append(register)
        }
      }
      whole.totalEnergy += part.totalEnergy
      whole.maximumDemand = higher(whole.maximumDemand, part.maximumDemand)
      whole.slidingDemand = higher(whole.slidingDemand, part.slidingDemand)
      whole.maximumApparent = higher(whole.maximumApparent, part.maximumApparent)
      whole.maximumReactive = higher(whole.maximumReactive, part.maximumReactive)
      for (name, demand) in part.windowDemand {
        whole.windowDemand[name] = higher(whole.windowDemand[name], demand)
      }
      for (name, demand) in part.windowApparent {
        whole.windowApparent[name] = higher(whole.windowApparent[name], demand)
      }
      for (name, demand) in part.windowReactive {
        whole.windowReactive[name] = higher(whole.windowReactive[name], demand)
      }
      if let forward = part.reactiveForward {
        whole.reactiveForward = (whole.reactiveForward ?? .zero) + forward
      }
      if let reverse = part.reactiveReverse {
        whole.reactiveReverse = (whole.reactiveReverse ?? .zero) + reverse
      }
      whole.sequence += part.sequence
      whole.withheld += part.withheld
      whole.estimated.intervals += part.estimated.intervals
      whole.estimated.energy += part.estimated.energy
      if case .intervals(let present, let expected) = whole.coverage,
        case .intervals(let morePresent, let moreExpected) = part.coverage
      {
        whole.coverage = .intervals(
          present: present + morePresent, expected: expected + moreExpected)
      }
    }
    whole.leaveOutWithheld()
    return whole
  }

  private static func higher(_ left: MaximumDemand?, _ right: MaximumDemand?) -> MaximumDemand? {
    guard let left, let right else { return left ?? right }
    return right.power > left.power ? right : left
  }
}

extension BillingDeterminants {
  /// Takes from registers what intervals do not tell.
  fileprivate mutating func complete(by reading: MonthlyReading) {
    subMeters = reading.subMeters
    lineDemand = reading.lineDemand.mapValues { MaximumDemand(power: $0, start: nil) }
    exported = reading.exported
    contractDemand = reading.contractDemand
    if reactiveForward == nil {
      reactiveForward = reading.reactiveForward
      reactiveReverse = reading.reactiveReverse
      maximumReactive = reading.maximumReactive.map { MaximumDemand(power: $0, start: nil) }
    }
  }
}
