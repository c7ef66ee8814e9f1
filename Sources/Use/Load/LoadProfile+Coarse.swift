import Quantities

extension LoadProfile {
  /// The first reading of some days that is longer than the demand interval and was spread over
  /// several of the profile's intervals.
  ///
  /// Where the profile's own interval is longer than the tariff's, that is told elsewhere.
  package func firstLongReading(in period: DateSpan, demandSeconds: Int) -> LocalTime? {
    guard !coarse.isEmpty else { return nil }
    let longest = max(demandSeconds, intervalSeconds)
    for reading in coarse where reading.count * intervalSeconds > longest {
      let start = start(of: reading.lowerBound)
      if period.contains(start.date) { return start }
    }
    return nil
  }

  /// The profile over more days, with nothing metered on those it lacked.
  package func covering(_ span: DateSpan) -> LoadProfile {
    let first = min(firstDay, span.start)
    let end = max(endDay, span.end)
    guard first < firstDay || end > endDay else { return self }
    let before = intervalCount(from: first, to: firstDay)
    let after = intervalCount(from: endDay, to: end)
    func extended(_ values: [Int64]) -> [Int64] {
      Array(repeating: Self.missing, count: before) + values
        + Array(repeating: Self.missing, count: after)
    }
    var profile = LoadProfile(
      firstDay: first, intervalSeconds: intervalSeconds, active: extended(active),
      reactiveForward: reactiveForward.map(extended),
      reactiveReverse: reactiveReverse.map(extended), clockChanges: clockChanges)
    profile.coarse = coarse.map { ($0.lowerBound + before)..<($0.upperBound + before) }
    profile.estimated = estimated.map { ($0.lowerBound + before)..<($0.upperBound + before) }
    profile.registers = registers
    profile.lines = lines
    return profile
  }
}
