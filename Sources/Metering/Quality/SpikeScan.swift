import Quantities
import Use

/// Values far above the others of their day and their month, and the highest of the rest.
struct SpikeScan {
  /// A month's spikes.
  struct MonthSpikes {
    let month: Month
    /// Their positions, in order.
    let spikes: [Int]
    /// The highest value that is none, the first of equal ones.
    let next: Int?
  }

  /// The months that have values.
  private(set) var months: [MonthSpikes] = []
  /// The highest value that is no spike, the first of equal ones.
  private(set) var highest: Int?

  init(_ profile: LoadProfile, _ months: [ProfileMonth]) {
    profile.active.withUnsafeBufferPointer { values in
      for month in months {
        let candidates = Self.outliers(profile, values, month)
        let spikes: [Int]
        if candidates.isEmpty {
          spikes = []
        } else {
          let percentile = Int128(Self.percentile(values[month.range]))
          // More than 1.5 times the month's 99.9th percentile.
          spikes = candidates.filter { Int128(values[$0]) * 2 > percentile * 3 }
        }
        let next = Self.highest(values, month.range, without: spikes)
        if let next, highest.map({ values[next] > values[$0] }) ?? true { highest = next }
        self.months.append(MonthSpikes(month: month.month, spikes: spikes, next: next))
      }
    }
  }

  /// Values above 1.8 times the third highest of their day.
  private static func outliers(
    _ profile: LoadProfile, _ values: UnsafeBufferPointer<Int64>, _ month: ProfileMonth
  ) -> [Int] {
    var found: [Int] = []
    for day in month.days.days {
      guard let range = profile.range(of: day) else { continue }
      // A missing value is the least Int64 and so among the three only where the day has fewer.
      var first = LoadProfile.missing
      var second = LoadProfile.missing
      var third = LoadProfile.missing
      for value in values[range] where value > third {
        if value > first {
          (first, second, third) = (value, first, second)
        } else if value > second {
          (second, third) = (value, second)
        } else {
          third = value
        }
      }
      guard third != LoadProfile.missing, Int128(first) * 5 > Int128(third) * 9 else { continue }
      found += range.filter { Int128(values[$0]) * 5 > Int128(third) * 9 }
    }
    return found
  }

  /// The 99.9th percentile of the values that are there: in order, the last one no further than
  /// 99.9 % of the way from the lowest to the highest.
  ///
  /// It is no higher than the third highest, since in data of a few days the highest would
  /// otherwise be held against itself.
  private static func percentile(_ values: Slice<UnsafeBufferPointer<Int64>>) -> Int64 {
    let sorted = values.filter { $0 != LoadProfile.missing }.sorted()
    let rank = min((sorted.count - 1) * 999 / 1000, sorted.count - 3)
    return sorted[max(0, rank)]
  }

  private static func highest(
    _ values: UnsafeBufferPointer<Int64>, _ range: Range<Int>, without spikes: [Int]
  ) -> Int? {
    let left = Set(spikes)
    var best = LoadProfile.missing
    var place: Int?
    for index in range where values[index] > best && !left.contains(index) {
      best = values[index]
      place = index
    }
    return place
  }

  /// The spikes, month by month.
  func spikes(
    of profile: LoadProfile, capacity: Power?
  ) -> [(evidence: QualityEvidence, count: Int)] {
    func power(_ index: Int) -> Power {
      Energy(millijoules: Int128(profile.active[index]))
        .meanPower(overSeconds: profile.intervalSeconds)
    }
    return months.compactMap { month in
      guard
        let highest = month.spikes.max(by: {
          (profile.active[$0], $1) < (profile.active[$1], $0)
        })
      else { return nil }
      let spike = DemandSpike(
        month: month.month, start: profile.start(of: highest), power: power(highest),
        next: month.next.map { .init(start: profile.start(of: $0), power: power($0)) })
      let above = capacity.flatMap { spike.power > $0 ? $0 : nil }
      return (.spike(spike, above: above), month.spikes.count)
    }
  }
}
