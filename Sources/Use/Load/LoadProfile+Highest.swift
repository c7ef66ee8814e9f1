extension LoadProfile {
  /// Whether a value is below zero, as what is missing is.
  ///
  /// One word of bits for all values is made much faster than each is looked at.
  package static func hasNegative(_ values: UnsafeBufferPointer<Int64>) -> Bool {
    var signs: Int64 = 0
    for value in values { signs |= value }
    return signs < 0
  }

  /// The sum of values of a day, none of which is missing.
  ///
  /// A day's energy fits 64 bits: 10 GW over 24 hours are 8.64 × 10¹⁷ mJ.
  package static func sum(_ values: Slice<UnsafeBufferPointer<Int64>>) -> Int128 {
    var sum: Int64 = 0
    for value in UnsafeBufferPointer(rebasing: values) { sum &+= value }
    return Int128(sum)
  }

  /// How many values are missing.
  package static func missingCount(_ values: UnsafeBufferPointer<Int64>) -> Int {
    guard hasNegative(values) else { return 0 }
    return values.reduce(0) { $0 + ($1 == missing ? 1 : 0) }
  }

  /// The first of the highest of some values above a limit.
  ///
  /// A missing value is the least Int64 and so above nothing. Few values top the highest so far:
  /// whether one does shows in the signs of all differences together, and only then is its place
  /// looked for.
  ///
  /// - Parameters:
  ///   - values: Energy of intervals. [mJ]
  ///   - range: Which of them.
  ///   - limit: What they have to exceed. [mJ]
  /// - Returns: The value and its position; nothing where none is above the limit.
  package static func highest(
    of values: UnsafeBufferPointer<Int64>, in range: Range<Int>, above limit: Int64
  ) -> (value: Int64, index: Int)? {
    var best = limit
    var place: Int?
    var start = range.lowerBound
    while start < range.upperBound {
      let block = start..<min(start + blockLength, range.upperBound)
      start = block.upperBound
      // Only what is far below zero makes a difference overflow, and then is merely looked at.
      guard best < 0 || isAny(of: values[block], above: best) else { continue }
      for index in block where values[index] > best {
        best = values[index]
        place = index
      }
    }
    return place.map { (best, $0) }
  }

  private static let blockLength = 128

  /// Whether some values are above one that is not below zero.
  private static func isAny(
    of values: Slice<UnsafeBufferPointer<Int64>>, above limit: Int64
  ) -> Bool {
    var signs: Int64 = 0
    for value in UnsafeBufferPointer(rebasing: values) { signs |= limit &- value }
    return signs < 0
  }
}
