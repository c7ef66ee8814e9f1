import Quantities
import Use

/// The least cost of a period in which load may move and a battery stands beside it, found by linear
/// programmes that hold both.
///
/// One after the other they get in each other's way: a shift fills the cheap hours up to the demand
/// that is worth paying for, and leaves the battery no room to charge. Together, the cheap hours go to
/// whichever makes more of them. So the shift that is part of the best plan may by itself save less
/// than the best shift alone, or even cost something; the sum is what is least.
///
/// The programme says how the battery is used and up to what demand. Beside these flows the cheapest
/// load is found in whole millijoules by filling the cheapest intervals first, and the battery's flows
/// are then made whole for that load.
package struct FlexibleDispatch: Sendable {
  private let problem: PeriodProblem
  private let search: ShiftSearch
  private let battery: Battery
  private let load: [Int64]

  /// Makes a search.
  ///
  /// - Parameters:
  ///   - problem: The period, with true prices.
  ///   - profile: The load as it is.
  ///   - shift: What of it may move.
  ///   - battery: The battery.
  /// - Throws: ``LeverProblem`` where the load cannot be shifted as asked.
  package init(
    problem: PeriodProblem, profile: LoadProfile, shift: FlexibleShift, battery: Battery
  ) throws(LeverProblem) {
    self.problem = problem
    self.battery = battery
    search = try LoadShift.search(problem, profile, shift)
    load = problem.load(in: profile)
  }

  /// Finds the plan: together, or one after the other where that is cheaper.
  package func plan() -> FlexiblePlan {
    let presentCost = problem.cost(of: load)
    let shifted = search.cheapest(orElse: load)
    let apart = StorageDispatch(problem: problem, load: shifted, battery: battery).plan()
    var best = (load: shifted, netLoad: apart.netLoad, start: apart.startLevel, cost: apart.cost)
    var bound = apart.cost
    let flexible = search.flexibleLoad
    let programme = StorageProgramme(problem: problem, battery: battery, flexible: flexible)
    var answers: [StorageProgramme.Answer] = []
    if !programme.intervals.isEmpty {
      let demand = problem.highestDemand(of: apart.netLoad)
      for run in problem.demand.convexRuns(first: demand) {
        if answers.contains(where: {
          $0.bound(in: run, highest: programme.highest) >= best.cost
        }) {
          continue
        }
        guard let answer = programme.solve(run) else { continue }
        answers.append(answer)
        bound = min(bound, answer.objective)
        guard answer.objective < best.cost,
          let found = whole(answer, run, programme, flexible)
        else { continue }
        let cost = problem.cost(of: found.netLoad)
        if cost < best.cost { best = (found.load, found.netLoad, found.start, cost) }
      }
    }
    return FlexiblePlan(
      load: best.load,
      storage: StoragePlan(
        netLoad: best.netLoad, startLevel: best.start, presentCost: presentCost,
        cost: best.cost, bound: min(bound, best.cost)),
      costApart: apart.cost)
  }

  /// An answer in whole millijoules, within every limit.
  private func whole(
    _ answer: StorageProgramme.Answer, _ run: DemandCost.ConvexRun,
    _ programme: StorageProgramme, _ flexible: FlexibleLoad
  ) -> (load: [Int64], netLoad: [Int64], start: Energy)? {
    if let found = whole(answer, run, margin: .zero, programme, flexible) { return found }
    // At the end of a run there is no room for rounding unless the search leaves some.
    let tenthOfWatt = Power(units: 100)
    guard let tighter = programme.solve(run, margin: tenthOfWatt) else { return nil }
    return whole(tighter, run, margin: tenthOfWatt, programme, flexible)
  }

  private func whole(
    _ answer: StorageProgramme.Answer, _ run: DemandCost.ConvexRun, margin: Power,
    _ programme: StorageProgramme, _ flexible: FlexibleLoad
  ) -> (load: [Int64], netLoad: [Int64], start: Energy)? {
    var flows = [Int128](repeating: 0, count: load.count)
    for (place, index) in programme.intervals.enumerated() { flows[index] = answer.flows[place] }
    func limit(_ slack: Int) -> Power? {
      answer.limit.map { limit in
        let eased = limit + max(margin, Power(units: Int128(slack)))
        return run.end.map { min($0, eased) } ?? eased
      }
    }
    var last: [Int64]?
    for slack in [1, 100, 10_000] {
      let seconds = Int128(problem.blockLength * problem.intervalSeconds)
      let beside = FlexibleLoad.Beside(
        flows: flows, ease: slack == 1 ? 0 : Int128(slack * problem.intervalSeconds),
        blocks: programme.blocks,
        budget: limit(slack).map { $0.units * seconds })
      guard let load = flexible.cheapest(problem.prices, beside: beside) else { continue }
      last = load
      // Where a price below zero made drawing and serving at once worth while, one way is left.
      guard answer.clashes.isEmpty else { break }
      let repair = StorageRepair(
        problem: problem, battery: battery, load: load, intervals: programme.intervals,
        blocks: programme.blocks)
      if let found = repair.plan(answer, limit: limit(2 * slack)) {
        return (load, found.netLoad, Energy(millijoules: found.start))
      }
    }
    guard let last else { return nil }
    let plan = StorageDispatch(problem: problem, load: last, battery: battery).plan()
    return (last, plan.netLoad, plan.startLevel)
  }
}
