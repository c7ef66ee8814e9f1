import Quantities

/// Splits a whole number into whole parts without losing or inventing one.
enum LargestRemainder {
  /// Parts in proportion to weights, rounded down, and one more for each of those with the largest
  /// remainders, of equal ones the first.
  ///
  /// - Parameters:
  ///   - total: Zero or more.
  ///   - weights: Zero or more each, and not all zero.
  /// - Returns: Parts that add up to `total`.
  static func split(_ total: Int128, by weights: [Int64]) -> [Int128] {
    let sum = weights.reduce(Int128(0)) { $0 + Int128($1) }
    precondition(total >= 0 && sum > 0, "there is something to split and something to split by")
    var parts: [Int128] = []
    var remainders: [(place: Int, remainder: Int128)] = []
    var left = total
    for (place, weight) in weights.enumerated() {
      let part = WideProduct(total, Int128(weight)).divided(by: sum, mode: .towardZero)
      parts.append(part)
      left -= part
      // Both products may exceed 128 bits; their difference is below `sum` and does not.
      remainders.append((place, (total &* Int128(weight)) &- (part &* sum)))
    }
    remainders.sort { ($1.remainder, $0.place) < ($0.remainder, $1.place) }
    for (place, _) in remainders.prefix(Int(left)) { parts[place] += 1 }
    return parts
  }
}
