import Quantities
import Use

/// The least cost of a load with a battery in one period, found by linear programmes.
///
/// The battery knows the whole period beforehand. It ends the period with what it began with, which
/// is its own choice, never feeds back into the grid, and rests in intervals without a value. Its
/// losses are bought like any energy, so the problem's prices must be true ones and not merely their
/// differences.
///
/// It never draws and serves at once: with losses and prices not below zero that is of no use. Where
/// a price is below zero it would earn money by wasting energy; the bound then still allows it,
/// while the plan keeps each such interval to the way the bound's dispatch leans, and may stay
/// above the bound.
package struct StorageDispatch: Sendable {
  private let problem: PeriodProblem
  private let battery: Battery
  private let load: [Int64]

  /// Makes a search.
  ///
  /// - Parameters:
  ///   - problem: The period, with true prices.
  ///   - profile: The load as it is.
  ///   - battery: The battery.
  package init(problem: PeriodProblem, profile: LoadProfile, battery: Battery) {
    self.init(problem: problem, load: problem.load(in: profile), battery: battery)
  }

  /// Makes a search for a load of the period. [mJ]
  init(problem: PeriodProblem, load: [Int64], battery: Battery) {
    self.problem = problem
    self.battery = battery
    self.load = load
  }

  /// Finds the plan; with a demand cost that jumps, each run between jumps is searched that may
  /// hold the least.
  package func plan() -> StoragePlan {
    let presentCost = problem.cost(of: load)
    let idle = StoragePlan(
      netLoad: load, startLevel: .zero, presentCost: presentCost, cost: presentCost,
      bound: presentCost)
    let programme = StorageProgramme(problem: problem, battery: battery, load: load)
    guard battery.capacity > .zero, battery.power > .zero, !programme.intervals.isEmpty else {
      return idle
    }
    var best = idle
    var bound = presentCost
    var answers: [StorageProgramme.Answer] = []
    let highest = problem.highestDemand(of: load) + battery.power
    for run in problem.demand.convexRuns(first: problem.highestDemand(of: load)) {
      if answers.contains(where: { $0.bound(in: run, highest: highest) >= best.cost }) { continue }
      guard let answer = programme.solve(run) else { continue }
      answers.append(answer)
      bound = min(bound, answer.objective)
      guard answer.objective < best.cost,
        let found = repaired(answer, run, programme)
      else { continue }
      let cost = problem.cost(of: found.netLoad)
      guard cost < best.cost else { continue }
      best = StoragePlan(
        netLoad: found.netLoad, startLevel: Energy(millijoules: found.start),
        presentCost: presentCost, cost: cost, bound: bound)
    }
    return StoragePlan(
      netLoad: best.netLoad, startLevel: best.startLevel, presentCost: presentCost,
      cost: best.cost, bound: min(bound, best.cost))
  }

  private func repaired(
    _ answer: StorageProgramme.Answer, _ run: DemandCost.ConvexRun, _ programme: StorageProgramme
  ) -> (netLoad: [Int64], start: Int128)? {
    let repair = StorageRepair(
      problem: problem, battery: battery, load: load, intervals: programme.intervals,
      blocks: programme.blocks)
    // One way only where a price below zero made both worth while.
    var answer = answer
    if !answer.clashes.isEmpty {
      guard let oneWay = programme.solve(run, directions: answer.clashes) else { return nil }
      answer = oneWay
    }
    for slack in [1, 100, 10_000] {
      let limit = answer.limit.map { limit in
        let eased = limit + Power(units: Int128(slack))
        return run.end.map { min($0, eased) } ?? eased
      }
      if let found = repair.plan(answer, limit: limit) { return found }
    }
    // At the end of a run there is no room for rounding unless the search leaves some.
    let tenthOfWatt = Power(units: 100)
    guard
      let tighter = programme.solve(run, margin: tenthOfWatt, directions: answer.clashes)
    else { return nil }
    let limit = tighter.limit.map { limit in
      run.end.map { min($0, limit + tenthOfWatt) } ?? limit + tenthOfWatt
    }
    return repair.plan(tighter, limit: limit)
  }
}
