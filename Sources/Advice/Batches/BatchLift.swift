import Quantities
import Use

/// Lifts batches out of a load where they are now, and finds where else each may be put.
struct BatchLift {
  let problem: PeriodProblem
  let profile: LoadProfile
  let batches: [Batch]

  /// The days of a load without their batches, and the load without them. [mJ]
  ///
  /// A batch stays in the load on a day whose clock was changed, or where the load of its present
  /// run has holes.
  func days(of load: [Int64]) throws(BatchFault) -> (days: [BatchDay], rest: [Int64]) {
    for batch in batches { try check(batch) }
    var rest = load
    var lifted: [(date: CalendarDate, range: Range<Int>, batches: [Int])] = []
    for range in problem.days {
      let date = profile.place(of: range.lowerBound).day
      let first = range.lowerBound - problem.positions.lowerBound
      let own = first..<(first + range.count)
      var moving: [Int] = []
      if profile.clockChange(on: date) == nil {
        moving = batches.indices.filter { index in
          batches[index].days.contains(date.weekday)
            && !load[presentRun(of: batches[index], from: first)].contains(LoadProfile.missing)
        }
      }
      for index in moving {
        let run = presentRun(of: batches[index], from: first)
        for position in run { rest[position] -= energy(of: batches[index]) }
        if let below = run.first(where: { rest[$0] < 0 }) {
          throw notInLoad(batches[index], at: below, load: load, rest: rest)
        }
      }
      lifted.append((date, own, moving))
    }
    let blocks = problem.demandBlocks(of: load)
    var days: [BatchDay] = []
    for day in lifted {
      let own = blocks.filter { day.range.contains($0.lowerBound) }
      days.append(
        BatchDay(
          date: day.date, blocks: own.map { rest[$0].reduce(0, +) },
          jobs: jobs(day.batches, day.range, blocks: own, load: load)))
    }
    return (days, rest)
  }

  private func check(_ batch: Batch) throws(BatchFault) {
    let seconds = problem.intervalSeconds
    guard batch.minutes * 60 % seconds == 0, batch.presentStart.minutes * 60 % seconds == 0 else {
      throw .notWholeIntervals(batch: batch.name, intervalSeconds: seconds)
    }
    guard batch.presentStart >= batch.window.lowerBound,
      batch.presentStart.minutes + batch.minutes <= batch.window.upperBound.minutes
    else { throw .presentOutsideWindow(batch: batch.name) }
  }

  private func notInLoad(
    _ batch: Batch, at position: Int, load: [Int64], rest: [Int64]
  ) -> BatchFault {
    let seconds = problem.intervalSeconds
    return .notInLoad(
      batch: batch.name, at: profile.start(of: problem.positions.lowerBound + position),
      load: Energy(millijoules: Int128(load[position])).meanPower(overSeconds: seconds),
      batches: Energy(millijoules: Int128(load[position] - rest[position]))
        .meanPower(overSeconds: seconds))
  }

  private func length(of batch: Batch) -> Int { batch.minutes * 60 / problem.intervalSeconds }

  private func energy(of batch: Batch) -> Int64 {
    Int64(batch.power.units * Int128(problem.intervalSeconds))
  }

  private func presentRun(of batch: Batch, from first: Int) -> Range<Int> {
    let start = first + batch.presentStart.minutes * 60 / problem.intervalSeconds
    return start..<(start + length(of: batch))
  }

  /// The batches of a day, the largest first and those that are alike beside each other.
  private func jobs(
    _ moving: [Int], _ day: Range<Int>, blocks: [Range<Int>], load: [Int64]
  ) -> [BatchDay.Job] {
    let order = moving.sorted { left, right in
      let (one, other) = (batches[left], batches[right])
      let sizes = (one.power.units * Int128(one.minutes), other.power.units * Int128(other.minutes))
      if sizes.0 != sizes.1 { return sizes.0 > sizes.1 }
      return (one.minutes, one.window.lowerBound, one.window.upperBound, left)
        < (other.minutes, other.window.lowerBound, other.window.upperBound, right)
    }
    var blockOf: [Int: Int] = [:]
    for (block, range) in blocks.enumerated() { for index in range { blockOf[index] = block } }
    var jobs: [BatchDay.Job] = []
    for index in order {
      let batch = batches[index]
      let present = presentRun(of: batch, from: day.lowerBound).lowerBound
      let candidates = starts(of: batch, day, load: load)
        .map { candidate(batch, at: $0, blockOf: blockOf) }
        .sorted { ($0.cost, $0.start) < ($1.cost, $1.start) }
      let alike = jobs.last.map { job in
        let last = batches[job.batch]
        return last.power == batch.power && last.minutes == batch.minutes
          && last.window == batch.window
      }
      jobs.append(
        BatchDay.Job(
          batch: index, length: length(of: batch), energy: energy(of: batch),
          candidates: candidates, present: candidates.firstIndex { $0.start == present } ?? 0,
          repeatsLast: alike ?? false))
    }
    return jobs
  }

  private func starts(of batch: Batch, _ day: Range<Int>, load: [Int64]) -> [Int] {
    let seconds = problem.intervalSeconds
    let first = (batch.window.lowerBound.minutes * 60 + seconds - 1) / seconds
    let end = batch.window.upperBound.minutes * 60 / seconds
    return (first...max(first, end - length(of: batch))).map { day.lowerBound + $0 }.filter {
      !load[$0..<($0 + length(of: batch))].contains(LoadProfile.missing)
    }
  }

  private func candidate(
    _ batch: Batch, at start: Int, blockOf: [Int: Int]
  ) -> BatchDay.Candidate {
    let energy = energy(of: batch)
    var cost: Int128 = 0
    var additions: [(block: Int, energy: Int64)] = []
    for index in start..<(start + length(of: batch)) {
      cost += Int128(problem.prices[index]) * Int128(energy)
      guard let block = blockOf[index] else { continue }
      if let last = additions.last, last.block == block {
        additions[additions.count - 1].energy += energy
      } else {
        additions.append((block, energy))
      }
    }
    return BatchDay.Candidate(start: start, cost: cost, additions: additions)
  }
}
