extension LoadProfile {
  /// The first of the highest of some values above a limit.
  ///
  /// A missing value is the least Int64 and so above nothing. A maximum is rarely topped: taken as
  /// such, without its place, a loop over 64-bit values is spread over vectors that cannot compare
  /// them, and takes many times as long.
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
    for index in range where values[index] > best {
      best = values[index]
      place = index
    }
    return place.map { (best, $0) }
  }
}
