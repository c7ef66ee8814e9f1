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
    let perDay = first.intervalsPerDay
    let count = (end.dayNumber - start.dayNumber) * perDay
    func sum(_ channel: (LoadProfile) -> [Int64]?) -> [Int64]? {
      let channels = profiles.compactMap { profile in
        channel(profile).map {
          (values: $0, offset: (profile.firstDay.dayNumber - start.dayNumber) * perDay)
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
      reactiveForward: sum(\.reactiveForward), reactiveReverse: sum(\.reactiveReverse))
    self.lines = lines
  }
}
