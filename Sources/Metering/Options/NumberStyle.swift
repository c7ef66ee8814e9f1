/// How a file writes its numbers; named by the number 1234.5 in each style.
package enum NumberStyle: String, Sendable, Hashable, CaseIterable {
  /// A decimal point, and nothing between the thousands.
  case point = "1234.5"
  /// A decimal comma, and nothing between the thousands.
  case comma = "1234,5"
  /// A decimal comma, and points between the thousands.
  case groupedByPoints = "1.234,5"
  /// A decimal point, and commas between the thousands.
  case groupedByCommas = "1,234.5"

  /// The mark behind the whole part.
  var decimalMark: UInt8 {
    switch self {
    case .point, .groupedByCommas: return Byte.point
    case .comma, .groupedByPoints: return Byte.comma
    }
  }

  /// The mark between the thousands, where there is one.
  var groupMark: UInt8? {
    switch self {
    case .point, .comma: return nil
    case .groupedByPoints: return Byte.point
    case .groupedByCommas: return Byte.comma
    }
  }
}
