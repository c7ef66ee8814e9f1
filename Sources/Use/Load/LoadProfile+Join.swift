import Quantities

extension LoadProfile {
  /// Why two profiles of one account are not one.
  package enum JoinProblem: Error {
    /// Their intervals differ in length.
    case intervals
    /// They differ in an interval that both have.
    case contradiction(at: LocalTime)
  }

  /// This profile with the days of another of the same account.
  package func joined(with other: LoadProfile) throws(JoinProblem) -> LoadProfile {
    guard intervalSeconds == other.intervalSeconds else { throw .intervals }
    let changes = Set(clockChanges + other.clockChanges).sorted { $0.date < $1.date }
    let first = min(firstDay, other.firstDay)
    guard let span = DateSpan(start: first, end: max(endDay, other.endDay)) else { return self }
    let base = LoadProfile(
      firstDay: firstDay, intervalSeconds: intervalSeconds, active: active,
      reactiveForward: reactiveForward, reactiveReverse: reactiveReverse, clockChanges: changes)
    let addition = LoadProfile(
      firstDay: other.firstDay, intervalSeconds: intervalSeconds, active: other.active,
      reactiveForward: other.reactiveForward, reactiveReverse: other.reactiveReverse,
      clockChanges: changes)
    var left = base.covering(span)
    let right = addition.covering(span)
    for index in left.active.indices where right.active[index] != Self.missing {
      guard left.active[index] == Self.missing || left.active[index] == right.active[index] else {
        throw .contradiction(at: left.start(of: index))
      }
      left.active[index] = right.active[index]
    }
    left.reactiveForward = Self.laid(right.reactiveForward, on: left.reactiveForward)
    left.reactiveReverse = Self.laid(right.reactiveReverse, on: left.reactiveReverse)
    let shift = left.intervalCount(from: first, to: firstDay)
    let otherShift = left.intervalCount(from: first, to: other.firstDay)
    left.coarse =
      coarse.map { ($0.lowerBound + shift)..<($0.upperBound + shift) }
      + other.coarse.map { ($0.lowerBound + otherShift)..<($0.upperBound + otherShift) }
    return left
  }

  private static func laid(_ new: [Int64]?, on old: [Int64]?) -> [Int64]? {
    guard let new else { return old }
    guard var laid = old else { return new }
    for index in laid.indices where laid[index] == missing { laid[index] = new[index] }
    return laid
  }
}
