import Quantities
import Use

/// The starts of batches for which a period's energy and highest demand cost least.
///
/// Days depend on each other only through the period's highest demand. So each day's front of demand
/// and cost is found by branch and bound, and for every demand some day may reach, the cheapest way
/// of each day under it is taken; the least sum is exact where all fronts are.
package struct BatchSchedule: Sendable {
  private let problem: PeriodProblem
  private let profile: LoadProfile
  private let batches: [Batch]
  private let nodes: Int

  /// Makes a search.
  ///
  /// - Parameters:
  ///   - problem: The period.
  ///   - profile: The load with the batches at their present starts.
  ///   - batches: The batches; they may run at the same time.
  ///   - nodes: How many placements may be tried in the whole period.
  package init(
    problem: PeriodProblem, profile: LoadProfile, batches: [Batch], nodes: Int = 4_000_000
  ) {
    self.problem = problem
    self.profile = profile
    self.batches = batches
    self.nodes = nodes
  }

  /// Finds the plan.
  ///
  /// - Throws: ``BatchFault`` where the batches do not fit the load.
  package func plan() throws(BatchFault) -> BatchPlan {
    let present = problem.load(in: profile)
    let (days, rest) = try BatchLift(problem: problem, profile: profile, batches: batches)
      .days(of: present)
    let floor = self.floor(days)
    let share = max(1, nodes / max(1, days.count { !$0.jobs.isEmpty }))
    var fronts: [BatchFront] = []
    var bounds: [BatchFront] = []
    for day in days {
      var search = BatchDaySearch(day, floor: floor, nodes: share)
      search.run()
      fronts.append(search.front)
      var bound = search.front
      search.unexplored.points.forEach { bound.add($0) }
      bounds.append(bound)
    }
    let best = least(fronts)
    let bound = least(bounds)
    var load = rest
    var runs: [BatchRun] = []
    for (day, point) in zip(days, best.points) {
      var ofDay: [(batch: Int, run: BatchRun)] = []
      for (job, candidate) in zip(day.jobs, point.choice) {
        let start = job.candidates[candidate].start
        for index in start..<(start + job.length) { load[index] += job.energy }
        let clock = profile.start(of: problem.positions.lowerBound + start)
        guard let time = ClockTime(minutes: clock.second / 60) else { continue }
        ofDay.append(
          (
            job.batch,
            BatchRun(batch: batches[job.batch].name, date: day.date, start: time)
          ))
      }
      runs += ofDay.sorted { $0.batch < $1.batch }.map(\.run)
    }
    return BatchPlan(
      runs: runs, load: load, presentCost: problem.cost(of: present),
      cost: problem.cost(of: load),
      outcome: bound.cost < best.cost ? .gap(best.cost - bound.cost) : .optimal)
  }

  /// A demand that is reached whatever is done, or below which demand costs no less. [mJ]
  private func floor(_ days: [BatchDay]) -> Int64 {
    let least = days.map(\.leastHighest).max() ?? 0
    let demand = problem.demand(ofBlock: Int128(least))
    let pieces = problem.demand.pieces
    let index = pieces.lastIndex { $0.from < demand } ?? 0
    guard pieces[index].slope == .zero else { return least }
    guard index + 1 < pieces.count else { return .max }
    let end = pieces[index + 1].from.units
    return max(least, Int64(clamping: end * Int128(problem.blockLength * problem.intervalSeconds)))
  }

  /// The cheapest ways of all days together with the demand they may reach.
  private func least(_ fronts: [BatchFront]) -> (cost: Money, points: [BatchFront.Point]) {
    var best: (cost: Money, points: [BatchFront.Point])?
    for highest in Set(fronts.flatMap { $0.points.map(\.highest) }).sorted() {
      let points = fronts.compactMap { $0.cheapest(upTo: highest) }
      guard points.count == fronts.count else { continue }
      let cost =
        PeriodProblem.money(ofProduct: points.reduce(0) { $0 + $1.cost })
        + problem.demand.cost(of: problem.demand(ofBlock: Int128(highest)))
      if best.map({ cost < $0.cost }) ?? true { best = (cost, points) }
    }
    return best ?? (.zero, [])
  }
}
