import Quantities

/// What a dial has counted between two readings.
enum DialDifference {
  /// The difference of two readings, past the dial's end where that is what happened.
  ///
  /// A dial has as many digits before the point as its first reading is written with; `9998.50` is
  /// one of four, which begins again at 10 000.
  ///
  /// - Parameters:
  ///   - text: The first reading as written.
  ///   - from: Its value.
  ///   - to: The second reading.
  /// - Returns: Nothing where the second reading is smaller and the dial cannot have passed its end:
  ///   it stood in the last tenth before, and stands in the first tenth now.
  static func between(_ text: String, _ from: Energy, _ to: Energy) -> Energy? {
    if to >= from { return to - from }
    let end = end(of: text)
    let tenth = end.millijoules / 10
    guard from.millijoules >= tenth * 9, from < end, to.millijoules <= tenth else { return nil }
    return end + to - from
  }

  /// Where the dial begins again.
  static func end(of text: String) -> Energy {
    // More digits than any figure has are leading zeros, and no such dial comes near its end.
    let digits = min(text.prefix { $0 != "." }.filter(\.isNumber).count, 12)
    return Energy(millijoules: (0..<digits).reduce(3_600_000_000) { value, _ in value * 10 })
  }
}
