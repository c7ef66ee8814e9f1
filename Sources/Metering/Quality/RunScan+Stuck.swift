import Quantities
import Use

extension RunScan {
  /// So many values before a run and after it are its neighbours.
  private static let neighbourCount = 12
  /// A value that stands for hours on so many days is a level of the plant, read in the steps of
  /// its meter.
  private static let daysOfALevel = 3

  /// Long runs of one value that a meter in order would hardly show.
  ///
  /// A run is told when the values around it vary, at most one in four of them equal to the one
  /// before, and when no more than two days have such a run of the same value. A plant that is
  /// steady in steps has neighbours as steady as the run; one that runs flat at night shows the
  /// same few values night after night; an estimate or a meter that hangs shows a value of its own.
  func stuckRuns(of profile: LoadProfile) -> [(evidence: QualityEvidence, count: Int)] {
    // Shares of a longer reading are equal by their making.
    let runs = longEquals.filter { run in !profile.coarse.contains { $0.overlaps(run) } }
    var days: [Int64: Set<CalendarDate>] = [:]
    for run in runs {
      days[profile.active[run.lowerBound], default: []].insert(
        profile.place(of: run.lowerBound).day)
    }
    let stuck = runs.filter { run in
      days[profile.active[run.lowerBound], default: []].count < Self.daysOfALevel
        && Self.neighboursVary(run, profile.active)
    }
    guard let first = stuck.first, let longest = Self.longest(stuck) else { return [] }
    let power = Energy(millijoules: Int128(profile.active[longest.lowerBound]))
      .meanPower(overSeconds: profile.intervalSeconds)
    return [
      (
        .stuck(first: profile.run(first), longest: profile.run(longest), power: power),
        stuck.count
      )
    ]
  }

  private static func neighboursVary(_ run: Range<Int>, _ values: [Int64]) -> Bool {
    var pairs = 0
    var equal = 0
    func walk(_ indices: some Sequence<Int>) {
      var last: Int64?
      var seen = 0
      for index in indices where values[index] != LoadProfile.missing {
        if let last {
          pairs += 1
          if last == values[index] { equal += 1 }
        }
        last = values[index]
        seen += 1
        if seen == neighbourCount { return }
      }
    }
    walk((0..<run.lowerBound).reversed())
    walk(run.upperBound..<values.count)
    return pairs > 0 && equal * 4 <= pairs
  }
}
