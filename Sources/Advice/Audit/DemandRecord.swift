import Quantities
import Use

/// The demand intervals of one billing month, by how high they are.
struct DemandRecord {
  /// One demand interval.
  struct Block: Hashable {
    /// The position of its first value in the profile.
    let position: Int
    /// What was used in it. [mJ]
    let energy: Int64

    /// Whether it goes before another of the same month: the higher first, then the earlier.
    func ranks(before other: Block) -> Bool {
      energy != other.energy ? energy > other.energy : position < other.position
    }
  }

  /// The intervals, in order of time; those with holes are left out, and those whose values are
  /// shares of longer readings.
  let blocks: [Block]
  /// How many values of the profile an interval has.
  private let length: Int
  /// The length of a value. [s]
  private let intervalSeconds: Int

  /// Highs that lie no further apart are one event: a start, a test, a fault. [s]
  private static let eventSeconds = 2 * 3600

  /// Cuts the days of a period into demand intervals.
  ///
  /// - Parameters:
  ///   - profile: The load.
  ///   - period: The days.
  ///   - demandSeconds: The length of a demand interval. [s]
  init(_ profile: LoadProfile, period: DateSpan, demandSeconds: Int) {
    intervalSeconds = profile.intervalSeconds
    let length = max(1, demandSeconds / profile.intervalSeconds)
    self.length = length
    var blocks: [Block] = []
    for day in period.days {
      guard let range = profile.range(of: day) else { continue }
      for start in stride(from: range.lowerBound, through: range.upperBound - length, by: length) {
        let values = profile.active[start..<(start + length)]
        let isCoarse = profile.coarse.contains { $0.overlaps(start..<(start + length)) }
        guard !isCoarse, !values.contains(LoadProfile.missing) else { continue }
        blocks.append(Block(position: start, energy: values.reduce(0, &+)))
      }
    }
    self.blocks = blocks
  }

  /// The mean power of an interval. [kW]
  func power(_ block: Block) -> Power {
    Energy(millijoules: Int128(block.energy)).meanPower(overSeconds: length * intervalSeconds)
  }

  /// The highest interval.
  var highest: Block? { blocks.min { $0.ranks(before: $1) } }

  /// The highest interval of another event than those of one interval and of all that rank before
  /// it: what the month's maximum would be without them.
  ///
  /// - Returns: Nothing where there is no other event.
  func next(below block: Block) -> Block? {
    let reach = Self.eventSeconds / intervalSeconds
    let highs = blocks.filter { $0 == block || $0.ranks(before: block) }.map(\.position)
    var following = 0
    var best: Block?
    for candidate in blocks {
      while following < highs.count, highs[following] < candidate.position { following += 1 }
      let after = following < highs.count ? highs[following] - candidate.position : Int.max
      let before = following > 0 ? candidate.position - highs[following - 1] : Int.max
      guard after > reach, before > reach else { continue }
      if best.map({ candidate.ranks(before: $0) }) ?? true { best = candidate }
    }
    return best
  }
}
