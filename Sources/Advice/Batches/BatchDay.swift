import Quantities
import Use

/// One day without its batches, and where each of them may be put.
struct BatchDay {
  /// A place for a batch.
  struct Candidate {
    /// Its first interval, counted from the period's first.
    let start: Int
    /// What its energy costs there, in products of price and millijoules.
    let cost: Int128
    /// The demand intervals it adds to, and how much. [mJ]
    let additions: [(block: Int, energy: Int64)]
  }

  /// A batch on this day.
  struct Job {
    /// Its place in the list of batches.
    let batch: Int
    /// Its length in intervals.
    let length: Int
    /// Its energy in one interval. [mJ]
    let energy: Int64
    /// From the cheapest to the dearest, then by start.
    let candidates: [Candidate]
    /// The candidate it is at now.
    let present: Int
    /// Whether it can change places with the job before without any difference.
    let repeatsLast: Bool
  }

  let date: CalendarDate
  /// Each whole demand interval's energy without the jobs. [mJ]
  let blocks: [Int64]
  /// The largest first: it has the fewest good places.
  let jobs: [Job]

  /// No choice of starts has a lower highest demand. [mJ]
  var leastHighest: Int64 {
    let rest = blocks.max() ?? 0
    return jobs.reduce(rest) { least, job in
      let lowest = job.candidates.map { highest(of: $0, in: blocks, from: rest) }.min()
      return max(least, lowest ?? 0)
    }
  }

  /// The highest demand interval when a candidate is added to others.
  func highest(of candidate: Candidate, in blocks: [Int64], from highest: Int64) -> Int64 {
    candidate.additions.reduce(highest) { max($0, blocks[$1.block] + $1.energy) }
  }
}
