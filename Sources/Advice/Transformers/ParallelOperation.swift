import Quantities
import Use

/// The economic operation of transformers side by side (变压器经济运行, GB/T 13462).
package struct ParallelOperation: Sendable {
  /// What best switching saves over a time.
  package struct Saving: Sendable, Hashable {
    /// Active energy lost less. [kWh]
    package var active: Energy
    /// Active energy and the equivalent of reactive energy lost less; never below zero. [kWh]
    package var equivalent: Energy
    /// How often a unit is switched on or off, the first choice not counted.
    package var switchings: Int
    /// Intervals above the ratings of all units together; all run.
    package var overloaded: Int
  }

  /// Active loss in the grid for each reactive one: the reactive economic equivalent. [kW/kvar]
  package let equivalent: Rate
  /// What is taken for reactive power where it is not metered.
  package let assumed: TransformerLoss.AssumedReactive
  /// Units that can be switched one by one; those that stand by are left out.
  package let units: [InstalledUnit]

  private struct Combination {
    let mask: Int
    let loss: TransformerLoss
  }
  private let combinations: [Combination]
  private let all: Combination

  /// Looks at units that feed one busbar.
  ///
  /// - Throws: ``TransformerProblem`` where a plate value is missing, or for more than ten units.
  package init(
    _ units: [InstalledUnit], equivalent: Rate = Rate(units: 100_000_000_000),
    assumed: TransformerLoss.AssumedReactive = .none
  ) throws(TransformerProblem) {
    let units = units.filter { $0.standby == .none }
    self.units = units
    self.equivalent = equivalent
    self.assumed = assumed
    guard !units.isEmpty else { throw .noUnits }
    guard units.count <= 10 else { throw .tooManyUnits(units.count) }
    var found: [Combination] = []
    var seen: Set<PlateTotals> = []
    for mask in 1..<(1 << units.count) {
      let chosen = units.indices.filter { mask >> $0 & 1 == 1 }.map { units[$0] }
      let loss = try TransformerLoss(chosen, assumed: assumed)
      // Of like units it makes no difference which of them run.
      if seen.insert(loss.plate).inserted { found.append(Combination(mask: mask, loss: loss)) }
    }
    combinations = found
    all = Combination(
      mask: (1 << units.count) - 1, loss: try TransformerLoss(units, assumed: assumed))
  }

  /// Whether the reactive losses of all units are known; without them only active ones count.
  package var countsReactive: Bool {
    units.allSatisfy {
      $0.losses?.noLoadCurrent != nil && $0.losses?.shortCircuitVoltage != nil
    }
  }

  /// The load above which one more of like units is cheaper.
  ///
  /// It is Sn × √(k (k + 1) × (P0 + K Q0) ÷ (Pk + K Qk)), where k and k + 1 lose the same.
  ///
  /// - Parameters:
  ///   - unit: One of the like units.
  ///   - running: k, at least 1.
  ///   - equivalent: K. [kW/kvar]
  /// - Returns: The load. [kVA]
  /// - Throws: ``TransformerProblem`` where P0 or Pk is missing; unknown I0 or Uk count as none.
  package static func switchingLoad(
    of unit: InstalledUnit, running: Int, equivalent: Rate = Rate(units: 100_000_000_000)
  ) throws(TransformerProblem) -> Power {
    let plate = try PlateTotals([unit])
    let still = plate.noLoad + (plate.magnetising ?? .zero).times(equivalent)
    let full = plate.load + (plate.leakage ?? .zero).times(equivalent)
    guard full > .zero else { throw .missingLoadLoss(unit: unit.id) }
    let step = Int128(running) * Int128(running + 1)
    let square = WideProduct(plate.capacity.units * plate.capacity.units, step * still.units)
      .divided(by: full.units)
    return Power(units: square.roundedSquareRoot)
  }

  /// What is saved where in every interval those units run that lose least, as against all of them.
  package func saving(over profile: LoadProfile) -> Saving {
    var saving = Saving(active: .zero, equivalent: .zero, switchings: 0, overloaded: 0)
    var running: Int?
    for index in profile.active.indices where profile.active[index] != LoadProfile.missing {
      let energy = Energy(millijoules: Int128(profile.active[index]))
      let reactive = profile.netReactive(at: index)
      func cost(_ combination: Combination) -> (lost: TransformerLoss.Lost, equivalent: Energy) {
        let lost = combination.loss.energy(
          active: energy, reactive: reactive, seconds: profile.intervalSeconds)
        let extra = countsReactive ? lost.reactive ?? .zero : .zero
        return (lost, lost.active + extra.scaled(by: equivalent.units, over: Rate.unitsPerOne))
      }
      let apparent = apparent(energy, reactive)
      let carried = combinations.filter {
        apparent <= $0.loss.plate.capacity.units * Int128(profile.intervalSeconds)
      }
      if carried.isEmpty { saving.overloaded += 1 }
      let whole = cost(all)
      var best = (mask: all.mask, cost: whole)
      for combination in carried {
        let cost = cost(combination)
        if cost.equivalent < best.cost.equivalent { best = (combination.mask, cost) }
      }
      saving.active += whole.lost.active - best.cost.lost.active
      saving.equivalent += whole.equivalent - best.cost.equivalent
      if let running { saving.switchings += (running ^ best.mask).nonzeroBitCount }
      running = best.mask
    }
    return saving
  }

  /// √(P² + Q²) × t. [mVA·s]
  private func apparent(_ active: Energy, _ reactive: Energy?) -> Int128 {
    let p = active.millijoules
    if let q = reactive?.millijoules { return (p * p + q * q).roundedSquareRoot }
    guard case .powerFactor(let factor) = assumed, factor.hundredths > 0 else { return p }
    return p * 100 / Int128(factor.hundredths)
  }
}
