/// Where values stand along an axis.
struct PictureScale {
  /// The values at the ends.
  let values: ClosedRange<Double>
  /// The place of the lowest value. [user units]
  let start: Double
  /// The place of the highest value. [user units]
  let end: Double

  /// The place of a value.
  func place(_ value: Double) -> Double {
    let span = values.upperBound - values.lowerBound
    guard span > 0 else { return start }
    return start + (value - values.lowerBound) / span * (end - start)
  }
}
