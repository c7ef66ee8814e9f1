import Quantities
import Tariffs

/// A range of capacities as a half-open stretch of whole numbers, so that open and closed ends can
/// be compared.
///
/// Each capacity has two places: its own, at twice its count of units, and the one just above it,
/// where a range begins that does not include it.
struct CapacitySpan: CustomStringConvertible {

  /// The first place.
  let start: Int128
  /// The place after the last; nothing without limit.
  let end: Int128?

  /// Where ranges from no capacity at all begin.
  static let zero: Int128? = 0

  init(start: Int128, end: Int128?) {
    self.start = start
    self.end = end
  }

  init(_ range: CapacityRange) {
    start = range.lower.map { $0.capacity.units * 2 + ($0.isIncluded ? 0 : 1) } ?? 0
    end = range.upper.map { $0.capacity.units * 2 + ($0.isIncluded ? 1 : 0) }
  }

  /// The lower of two ends.
  static func least(_ left: Int128?, _ right: Int128?) -> Int128? {
    guard let left, let right else { return left ?? right }
    return min(left, right)
  }

  /// `over 100, below 315 kVA`.
  var description: String {
    if let end, end == start + 1 {
      let capacity = Power(units: start / 2)
      return start % 2 == 0 ? "of exactly \(capacity) kVA" : "of just over \(capacity) kVA"
    }
    let lower =
      start == 0
      ? nil
      : CapacityRange.Bound(capacity: Power(units: start / 2), isIncluded: start % 2 == 0)
    let upper = end.map {
      CapacityRange.Bound(capacity: Power(units: $0 / 2), isIncluded: $0 % 2 == 1)
    }
    return CapacityRange(lower: lower, upper: upper).description
  }
}
