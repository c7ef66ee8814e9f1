import Quantities

extension LoadProfile {
  /// The sum of supply lines, each kept beside it; nothing where their intervals differ in length.
  ///
  /// An interval that one line lacks is missing in the sum.
  public init?(summing lines: [String: LoadProfile]) {
    let profiles = lines.values
    guard let first = profiles.first,
      profiles.allSatisfy({ $0.intervalSeconds == first.intervalSeconds }),
      let start = profiles.map(\.firstDay).min(), let end = profiles.map(\.endDay).max()
    else { return nil }
    // Meters of one account keep one clock, so its changes on a day are told once.
    let changes = Set(profiles.flatMap(\.clockChanges)).sorted { $0.date < $1.date }
    let whole = LoadProfile(
      firstDay: first.firstDay, intervalSeconds: first.intervalSeconds, active: [],
      clockChanges: changes)
    let count = whole.intervalCount(from: start, to: end)
    func sum(_ channel: (LoadProfile) -> [Int64]?) -> [Int64]? {
      let channels = profiles.compactMap { profile in
        channel(profile).map {
          (
            values: $0,
            offset: whole.intervalCount(from: start, to: profile.firstDay)
          )
        }
      }
      guard channels.count == profiles.count else { return nil }
      var total = Array(repeating: Int64(0), count: count)
      for index in total.indices {
        for (values, offset) in channels {
          let position = index - offset
          guard values.indices.contains(position), values[position] != Self.missing,
            total[index] != Self.missing
          else {
            total[index] = Self.missing
            continue
          }
          total[index] += values[position]
        }
      }
      return total
    }
    guard let active = sum(\.active) else { return nil }
    self.init(
      firstDay: start, intervalSeconds: first.intervalSeconds, active: active,
      reactiveForward: sum(\.reactiveForward), reactiveReverse: sum(\.reactiveReverse),
      clockChanges: changes)
    for profile in profiles {
      let offset = whole.intervalCount(from: start, to: profile.firstDay)
      coarse += profile.coarse.map { ($0.lowerBound + offset)..<($0.upperBound + offset) }
      estimated += profile.estimated.map { ($0.lowerBound + offset)..<($0.upperBound + offset) }
    }
    self.lines = lines
  }
}
