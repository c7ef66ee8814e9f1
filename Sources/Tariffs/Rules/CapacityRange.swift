import Quantities

/// A range of installed capacity, each end open or closed. [kVA]
public struct CapacityRange: Sendable, Hashable, CustomStringConvertible {
  /// One end of a range.
  public struct Bound: Sendable, Hashable {
    /// The capacity at the end. [kVA]
    public let capacity: Power
    /// Whether the end itself belongs to the range.
    public let isIncluded: Bool

    /// Makes an end.
    public init(capacity: Power, isIncluded: Bool) {
      self.capacity = capacity
      self.isIncluded = isIncluded
    }
  }

  /// The lower end, or nothing from zero.
  public let lower: Bound?
  /// The upper end, or nothing without limit.
  public let upper: Bound?

  /// Makes a range.
  public init(lower: Bound?, upper: Bound?) {
    self.lower = lower
    self.upper = upper
  }

  /// Whether a capacity lies in the range.
  public func contains(_ capacity: Power) -> Bool {
    if let lower, lower.isIncluded ? capacity < lower.capacity : capacity <= lower.capacity {
      return false
    }
    if let upper, upper.isIncluded ? capacity > upper.capacity : capacity >= upper.capacity {
      return false
    }
    return true
  }

  /// `over 100, below 315 kVA`.
  public var description: String {
    var parts: [String] = []
    if let lower { parts.append("\(lower.isIncluded ? "from" : "over") \(lower.capacity)") }
    if let upper { parts.append("\(upper.isIncluded ? "up to" : "below") \(upper.capacity)") }
    return parts.isEmpty ? "any capacity" : parts.joined(separator: ", ") + " kVA"
  }
}
