/// Finds the front of a day by branch and bound over the starts of its batches.
///
/// A branch is left where even its present demand and the cheapest places of the batches to come
/// are covered by what was found.
struct BatchDaySearch {
  private let day: BatchDay
  /// Demands below this cost no less. [mJ]
  private let floor: Int64
  /// For each job, the least cost of it and all after it.
  private let leastCosts: [Int128]
  private var blocks: [Int64]
  private var choice: [Int]
  private var nodesLeft: Int

  /// The ways found.
  private(set) var front = BatchFront()
  /// Bounds of the branches that were not entered for want of nodes.
  private(set) var unexplored = BatchFront()

  /// Makes a search and begins with the ways at hand: the present one and some greedy ones.
  ///
  /// - Parameters:
  ///   - day: The day.
  ///   - floor: A demand below which nothing is gained. [mJ]
  ///   - nodes: How many placements may be tried.
  init(_ day: BatchDay, floor: Int64, nodes: Int) {
    self.day = day
    self.floor = floor
    nodesLeft = nodes
    blocks = day.blocks
    choice = Array(repeating: 0, count: day.jobs.count)
    var costs = [Int128](repeating: 0, count: day.jobs.count + 1)
    for (index, job) in day.jobs.enumerated().reversed() {
      costs[index] = costs[index + 1] + (job.candidates.first?.cost ?? 0)
    }
    leastCosts = costs
    seed()
  }

  /// Searches until all is known or the nodes are used up.
  mutating func run() {
    place(0, highest: max(floor, day.blocks.max() ?? 0), cost: 0)
  }

  private mutating func place(_ index: Int, highest: Int64, cost: Int128) {
    guard index < day.jobs.count else {
      front.add(BatchFront.Point(highest: highest, cost: cost, choice: choice))
      return
    }
    let job = day.jobs[index]
    let first = job.repeatsLast ? choice[index - 1] : 0
    for candidate in first..<job.candidates.count {
      let here = job.candidates[candidate]
      let total = cost + here.cost
      // Candidates rise in cost, so no later one is better off.
      if front.covers(highest: highest, cost: total + leastCosts[index + 1]) { return }
      guard nodesLeft > 0 else {
        unexplored.add(
          BatchFront.Point(highest: highest, cost: total + leastCosts[index + 1], choice: []))
        return
      }
      nodesLeft -= 1
      let reached = day.highest(of: here, in: blocks, from: highest)
      if front.covers(highest: reached, cost: total + leastCosts[index + 1]) { continue }
      for addition in here.additions { blocks[addition.block] += addition.energy }
      choice[index] = candidate
      place(index + 1, highest: reached, cost: total)
      for addition in here.additions { blocks[addition.block] -= addition.energy }
    }
  }

  private mutating func seed() {
    add(day.jobs.map(\.present))
    let least = max(floor, day.leastHighest)
    let cheapest = add(day.jobs.map { _ in 0 })
    let steps: Int64 = 16
    for step in 0...steps where cheapest > least {
      greedy(under: least + (cheapest - least) / steps * step)
    }
  }

  @discardableResult
  private mutating func add(_ choice: [Int]) -> Int64 {
    var blocks = day.blocks
    var cost: Int128 = 0
    for (job, candidate) in zip(day.jobs, choice) {
      cost += job.candidates[candidate].cost
      for addition in job.candidates[candidate].additions {
        blocks[addition.block] += addition.energy
      }
    }
    let highest = max(floor, blocks.max() ?? 0)
    front.add(BatchFront.Point(highest: highest, cost: cost, choice: choice))
    return highest
  }

  /// Each batch at its cheapest place under a demand, or at its lowest where there is none.
  private mutating func greedy(under limit: Int64) {
    var blocks = day.blocks
    var choice: [Int] = []
    for job in day.jobs {
      var lowest = (highest: Int64.max, candidate: 0)
      for (index, candidate) in job.candidates.enumerated() where lowest.highest > limit {
        let reached = day.highest(of: candidate, in: blocks, from: 0)
        if reached < lowest.highest { lowest = (reached, index) }
      }
      choice.append(lowest.candidate)
      for addition in job.candidates[lowest.candidate].additions {
        blocks[addition.block] += addition.energy
      }
    }
    add(choice)
  }
}
